import { type Node, walk } from "@apigw-vtl/compiler";
import type { ReadTemplate } from "../documents/template-reading.js";

interface UsedPath {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The paths into the body that the template reads, but for the one that is being typed at an offset. */
export function usedPaths(view: ReadTemplate, offset: number): readonly (readonly string[])[] {
  return view
    .derive(findPaths)
    .filter(({ start, end }) => offset < start || end < offset)
    .map(({ path }) => path);
}

function findPaths({ tree, analysis }: ReadTemplate): readonly UsedPath[] {
  const found: UsedPath[] = [];
  walk(tree, (node: Node) => {
    if (node.type !== "Reference") return;
    for (const { origin } of analysis.values.stepsOf(node)) {
      if (origin?.root !== "body" && origin?.root !== "input-text") continue;
      if (origin.path.length > 0 && !origin.path.includes("(json)")) found.push({ ...node.range, path: origin.path });
    }
  });
  return found;
}
