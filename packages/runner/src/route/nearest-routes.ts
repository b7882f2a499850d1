import type { Route } from "@apigw-vtl/definitions";
import { distance } from "fastest-levenshtein";

/** The routes whose method and path are most like those of a request, the most similar first. */
export function nearestRoutes(
  routes: readonly Route[],
  httpMethod: string,
  path: string,
  most: number,
): readonly Route[] {
  const segments = path.split("/");
  const distances = routes.map((route) => {
    const method = route.httpMethod === "ANY" ? httpMethod : route.httpMethod;
    return { route, distance: distance(`${httpMethod} ${path}`, `${method} ${filled(route.path, segments)}`) };
  });
  return distances
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ route }) => route);
}

/** The path of a resource with its parameters as the request has them: what they are makes no difference. */
function filled(resourcePath: string, segments: readonly string[]): string {
  return resourcePath
    .split("/")
    .map((segment, index) => {
      if (!segment.startsWith("{")) return segment;
      if (segment.endsWith("+}")) return segments.slice(index).join("/");
      return segments[index] ?? segment;
    })
    .join("/");
}
