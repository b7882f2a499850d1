import type { PieceReplacement } from "../map/piece.js";

/** Finds what a Pulumi program in YAML fills in: `${resource.property}`; `$$` is a dollar sign (pulumi-yaml, ast/interpolation.go). */
export function scanPulumiYaml(text: string): PieceReplacement[] {
  return Array.from(
    text.matchAll(/\$\$|\$\{([^{}]*)\}/g),
    ({ 0: found, 1: access, index: start }): PieceReplacement => {
      if (access === undefined) return { kind: "drop", start: start + 1, end: start + 2 };
      return {
        kind: "hole",
        construct: "Pulumi expression",
        expression: access.trim(),
        start,
        end: start + found.length,
      };
    },
  );
}

/** `text` so that Pulumi gives it back. */
export function escapeForPulumiYaml(text: string): string {
  return text.replace(/\$(?=[${])/g, "$$$$");
}
