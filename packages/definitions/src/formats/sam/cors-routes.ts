import type { Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { mockPreflight } from "../mock-preflight.js";
import type { SamAuth } from "./read-sam-auth.js";

const HEADERS = [
  ["AllowOrigin", "Access-Control-Allow-Origin"],
  ["AllowMethods", "Access-Control-Allow-Methods"],
  ["AllowHeaders", "Access-Control-Allow-Headers"],
  ["MaxAge", "Access-Control-Max-Age"],
] as const;

/** The OPTIONS methods that `Cors` adds to every path without one. */
export function corsRoutes(cors: Declared | undefined, routes: readonly Route[], auth: SamAuth): Route[] {
  if (cors === undefined || cors.isNull) return [];
  const paths = [...new Set(routes.map(({ path }) => path))];
  const answered = new Set(
    routes.filter(({ httpMethod }) => httpMethod === "OPTIONS" || httpMethod === "ANY").map(({ path }) => path),
  );
  const authorizer = auth.addsToPreflight ? auth.ofDefinition.authorizer : undefined;
  return paths
    .filter((path) => !answered.has(path))
    .map((path) => ({
      ...mockPreflight({ path, headers: corsHeaders(cors, path, routes), place: cors.place }),
      ...(authorizer !== undefined && { authorizer }),
    }));
}

/** A text alone is the allowed origin. Without `AllowMethods` those of the path are allowed, and OPTIONS. */
function corsHeaders(cors: Declared, path: string, routes: readonly Route[]): Record<string, string> {
  const origin = cors.text();
  const methods = [...routes.filter((route) => route.path === path).map(({ httpMethod }) => httpMethod), "OPTIONS"];
  const allMethods = { "Access-Control-Allow-Methods": `'${methods.sort().join(",")}'` };
  if (origin !== undefined) return { "Access-Control-Allow-Origin": origin, ...allMethods };
  const declared = HEADERS.flatMap(([key, header]) => {
    const text = cors.get(key)?.text();
    return text === undefined ? [] : [[header, text] as const];
  });
  return {
    ...allMethods,
    ...Object.fromEntries(declared),
    ...(cors.get("AllowCredentials")?.isTrue() && { "Access-Control-Allow-Credentials": "'true'" }),
  };
}
