import type { Route } from "@apigw-vtl/definitions";
import { distance } from "fastest-levenshtein";

/** In segments: another method is nearer than a segment too many, a parameter is farther than the segment itself. */
const OTHER_METHOD = 0.5;
const PARAMETER = 0.1;

/** The routes whose method and path are most like those of a request, the most similar first. */
export function nearestRoutes(
  routes: readonly Route[],
  httpMethod: string,
  path: string,
  most: number,
): readonly Route[] {
  const wanted = path.split("/");
  const distances = routes.map((route) => {
    const isOther = route.httpMethod !== "ANY" && route.httpMethod !== httpMethod;
    return { route, distance: pathDistance(wanted, route.path.split("/")) + (isOther ? OTHER_METHOD : 0) };
  });
  return distances
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ route }) => route);
}

/** How many segments have to be added, left out or written otherwise, those that are alike counting less. */
function pathDistance(wanted: readonly string[], resource: readonly string[]): number {
  // Of what has been read of the resource, to each beginning of what is wanted.
  let row = [0, ...wanted.map((_, i) => i + 1)];
  for (const segment of resource) {
    const before = row;
    row = [(before[0] ?? 0) + 1];
    wanted.forEach((one, i) => {
      const isMore = segment.endsWith("+}") ? 0 : 1;
      row.push(
        Math.min((before[i] ?? 0) + segmentDistance(one, segment), (before[i + 1] ?? 0) + 1, (row[i] ?? 0) + isMore),
      );
    });
  }
  return row.at(-1) ?? 0;
}

function segmentDistance(wanted: string, segment: string): number {
  if (wanted === segment) return 0;
  if (segment.startsWith("{")) return PARAMETER;
  // Two that have nothing in common are one left out and one added.
  return (2 * distance(wanted, segment)) / Math.max(wanted.length, segment.length);
}
