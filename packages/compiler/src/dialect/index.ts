import { apigateway } from "./apigateway.js";
import type { Dialect, DialectName } from "./dialect.js";
import { velocity } from "./velocity.js";

export type { Dialect, DialectName } from "./dialect.js";

const dialects: Readonly<Record<DialectName, Dialect>> = { apigateway, velocity };

export function dialectOf(name: DialectName = "apigateway"): Dialect {
  return dialects[name];
}
