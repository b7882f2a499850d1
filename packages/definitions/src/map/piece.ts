/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How a host expression came into the template. */
export type HoleConstruct =
  | "Fn::Sub"
  | "CloudFormation intrinsic"
  | "Serverless variable"
  | "Terraform expression"
  | "Terraform directive"
  | "Pulumi expression"
  | "JavaScript expression"
  | "Python expression";

/** Host characters that are the template's characters, one to one. */
export interface VerbatimPiece extends TextRange {
  readonly kind: "verbatim";
  readonly text: string;
}

/** Host characters that stand for other text and cannot be divided: `\n`, `''`, a folded line break. */
export interface EscapePiece extends TextRange {
  readonly kind: "escape";
  readonly text: string;
}

/** Text that the host fills in. */
export interface HoleRange extends TextRange {
  /** Whether it is a whole JSON value: what `jsonencode` and its like write of an expression. */
  readonly isValue?: true;
}

/** A host expression whose value is unknown until the host is deployed. */
export interface HolePiece extends HoleRange {
  readonly kind: "hole";
  readonly construct: HoleConstruct;
  /** The expression without its delimiters: `AWS::Region` of `${AWS::Region}`. */
  readonly expression: string;
  /** What it says, where the file tells. */
  readonly value?: string;
  /** The expression with its delimiters as the literal's decoded text has it, to write it back. */
  readonly source: string;
}

/**
 * What a literal contributes to a template, in order. Ranges are host offsets; host characters between two pieces
 * (indentation, dropped escapes) contribute nothing.
 */
export type Piece = VerbatimPiece | EscapePiece | HolePiece;

/** A stretch of decoded text to drop (`!` of `${!X}`) or to replace by another text or a hole. */
export type PieceReplacement =
  | (TextRange & { readonly kind: "drop" })
  | (TextRange & { readonly kind: "text"; readonly text: string })
  | (TextRange & Pick<HolePiece, "kind" | "construct" | "expression" | "value">);

/** The decoded text of pieces without holes. */
export function pieceText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "hole" ? "" : piece.text)).join("");
}

/**
 * Cuts `replacements` (ordered, apart, offsets into the decoded text) out of `pieces`, which hold no holes yet.
 * What stays of an escape piece's text keeps the range of the whole.
 */
export function replaceInPieces(pieces: readonly Piece[], replacements: readonly PieceReplacement[]): Piece[] {
  if (replacements.length === 0) return [...pieces];
  const text = pieceText(pieces);
  const result: Piece[] = [];
  let index = 0;
  let pieceStart = 0;
  let cursor = 0;
  /** Passes the pieces' text up to `end` to `keep`, with host ranges. */
  const consume = (end: number, keep: (piece: VerbatimPiece | EscapePiece) => void): void => {
    while (cursor < end && index < pieces.length) {
      const piece = pieces[index]!;
      if (piece.kind === "hole") {
        index++;
        continue;
      }
      const pieceEnd = pieceStart + piece.text.length;
      const upTo = Math.min(end, pieceEnd);
      keep(slicePiece(piece, cursor - pieceStart, upTo - pieceStart));
      cursor = upTo;
      if (cursor >= pieceEnd) {
        index++;
        pieceStart = pieceEnd;
      }
    }
  };
  for (const replacement of replacements) {
    consume(replacement.start, (piece) => result.push(piece));
    let start: number | undefined;
    let end = 0;
    consume(replacement.end, (piece) => {
      start ??= piece.start;
      end = piece.end;
    });
    if (replacement.kind === "text" && start !== undefined) {
      result.push({ kind: "escape", text: replacement.text, start, end });
    } else if (replacement.kind === "hole" && start !== undefined) {
      const source = text.slice(replacement.start, replacement.end);
      result.push({ ...replacement, source, start, end });
    }
  }
  consume(text.length, (piece) => result.push(piece));
  return result;
}

function slicePiece(piece: VerbatimPiece | EscapePiece, from: number, to: number): VerbatimPiece | EscapePiece {
  const text = piece.text.slice(from, to);
  return piece.kind === "verbatim"
    ? { kind: "verbatim", text, start: piece.start + from, end: piece.start + to }
    : { ...piece, text };
}
