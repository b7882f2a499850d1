import type { FilledIn, Interpolation, NamedInterpolation } from "../map/literal.js";
import { escapeHclSequences } from "../map/literals/hcl-sequence.js";
import { type Piece, type PieceReplacement, pieceText, replaceInPieces } from "../map/piece.js";
import { escapeForCfnSub, scanCfnSub } from "./cfn-sub.js";
import { escapeForPulumiYaml, scanPulumiYaml } from "./pulumi-yaml.js";
import { scanPythonFormat, scanPythonPercent } from "./python-format.js";
import { escapeForServerless, scanServerlessVariables } from "./serverless-variable.js";
import { type GivenFillers, scanTerraformFormat } from "./terraform-format.js";
import { scanTerraformTemplate } from "./terraform-template.js";
import { rewriteRuns } from "./text-rewrite.js";

/** Finds what is filled in; `given` is what is still to be filled in of what a function is given. */
type Scan = (text: string, given: GivenFillers) => PieceReplacement[];

const SCANNERS: Readonly<Record<NamedInterpolation, Scan>> = {
  "cfn-sub": scanCfnSub,
  serverless: scanServerlessVariables,
  terraform: scanTerraformTemplate,
  "terraform-format": scanTerraformFormat,
  pulumi: scanPulumiYaml,
  "python-format": scanPythonFormat,
  "python-percent": scanPythonPercent,
};

/** Turns the interpolations in a literal's decoded pieces into holes; each pass sees the text between earlier holes. */
export function applyInterpolations(
  pieces: readonly Piece[],
  interpolations: readonly Interpolation[],
  fillers: readonly FilledIn[] = [],
): Piece[] {
  let current = [...pieces];
  for (const interpolation of interpolations) {
    const runs = splitAtHoles(current);
    if (typeof interpolation === "object") {
      current = rewriteRuns(runs, interpolation);
      continue;
    }
    const scan = SCANNERS[interpolation];
    const given: GivenFillers = { fillers, next: 0 };
    current = runs.flatMap((run) =>
      run[0]?.kind === "hole" ? run : replaceInPieces(run, scan(pieceText(run), given)),
    );
  }
  return current;
}

function splitAtHoles(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last === undefined || piece.kind === "hole" || last[0]?.kind === "hole") runs.push([piece]);
    else last.push(piece);
  }
  return runs;
}

/** `text` so that the interpolations give it back. */
export function escapeForInterpolations(text: string, interpolations: readonly Interpolation[]): string {
  let escaped = text;
  for (const interpolation of [...interpolations].reverse()) {
    if (interpolation === "cfn-sub") escaped = escapeForCfnSub(escaped);
    else if (interpolation === "serverless") escaped = escapeForServerless(escaped);
    else if (interpolation === "terraform") escaped = escapeHclSequences(escaped);
    else if (interpolation === "pulumi") escaped = escapeForPulumiYaml(escaped);
    else if (interpolation === "python-format") escaped = escaped.replace(/[{}]/g, "$&$&");
    else if (interpolation === "python-percent" || interpolation === "terraform-format")
      escaped = escaped.replaceAll("%", "%%");
  }
  return escaped;
}
