import { pluggableDirectives } from "../syntax/directives/index.js";
import type { Dialect } from "./dialect.js";

/** Velocity 1.7 with the service's five settings (spec/language.md, section 0). */
export const apigateway: Dialect = {
  name: "apigateway",
  directives: new Map(
    pluggableDirectives.filter(({ name }) => name !== "evaluate").map((entry) => [entry.name, entry]),
  ),
  macros: false,
  invalidReference: "empty-string",
  maxLoops: 1000,
  roots: "gateway",
};
