import { pluggableDirectives } from "../syntax/directives/index.js";
import type { Dialect } from "./dialect.js";

/** Velocity 1.7 as it comes. */
export const velocity: Dialect = {
  name: "velocity",
  directives: new Map(pluggableDirectives.map((entry) => [entry.name, entry])),
  macros: true,
  invalidReference: "null",
  maxLoops: Number.MAX_SAFE_INTEGER,
  roots: "context-entries",
};
