import type { PageRoute } from "../../node/server/page/describe-api.js";

/** What a route is known by, also in the page's address: `GET /pets/{id}`. */
export function routeKey({ httpMethod, path }: PageRoute): string {
  return `${httpMethod} ${path}`;
}

export function routeHref(route: PageRoute): string {
  return `#${encodeURIComponent(routeKey(route))}`;
}

/** The key in the address of the page, if there is one. */
export function keyInAddress(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}
