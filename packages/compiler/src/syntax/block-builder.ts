import type { DirectiveDefinition, Report } from "./directives/index.js";
import type { Range } from "./range.js";
import type { Block, ElseBranch, Expression, IfBranch, IfDirective, Statement, Text } from "./tree.js";

/** Blocks nested deeper than this are refused, so that no later pass overflows; real templates have at most 7. */
const MAX_BLOCK_DEPTH = 200;

/** The header of a directive: everything up to its block. */
export interface Header {
  readonly name: string;
  /** With leading blanks and the line end that it swallows. */
  readonly range: Range;
  readonly header: Range;
  readonly parentheses: Range | undefined;
  /** Position of its first token, for the source text of the whole. */
  readonly firstToken: number;
}

export interface BlockHeader extends Header {
  readonly arguments: readonly Expression[];
  /** The parentheses could not be read: what is wrong with them has been said. */
  readonly broken: boolean;
  readonly definition: DirectiveDefinition | undefined;
}

/** What closes a block: the range of `#end` with its line end, and the tokens around. */
interface Closing {
  readonly range: Range;
  readonly end: Range | undefined;
  readonly token: number;
}

interface RootFrame {
  readonly kind: "root";
}
interface IfFrame {
  readonly kind: "if";
  readonly opening: Header;
  readonly branches: IfBranch[];
  /** The branch that is open now: a condition, or `#else`. */
  current: { header: Header; condition: Expression | undefined };
  otherwise: ElseBranch | undefined;
}
interface DirectiveFrame {
  readonly kind: "directive";
  readonly header: BlockHeader;
}
type Frame = (RootFrame | IfFrame | DirectiveFrame) & { statements: Statement[]; bodyStart: number };

/** Makes a node of a finished block directive. */
export type FinishDirective = (header: BlockHeader, body: Block, closing: Closing) => Statement;

/**
 * Builds nested blocks from a flat sequence of statements and markers, so that nesting costs no call depth and a
 * missing or surplus `#end` is an ordinary case.
 */
export class BlockBuilder {
  readonly #frames: Frame[];
  readonly #around: number;
  readonly #report: Report;
  readonly #finish: FinishDirective;
  /** Blocks that are open and too deep. */
  #refused = 0;
  #isReported = false;
  /** Everything before this offset is in the tree. */
  #covered: number;

  /** `around`: how many levels the text itself is nested in. */
  constructor(start: number, around: number, report: Report, finish: FinishDirective) {
    this.#around = around;
    this.#frames = [{ kind: "root", statements: [], bodyStart: start }];
    this.#report = report;
    this.#finish = finish;
    this.#covered = start;
  }

  add(statement: Statement): void {
    this.#cover(statement.range);
    this.#append(statement);
  }

  /** Blanks that the lexer passed over between statements: they stand inside a reference that is not closed. */
  #cover({ start, end }: Range): void {
    const gap = { start: this.#covered, end: start };
    this.#covered = end;
    if (gap.start >= gap.end) return;
    this.#report(
      "unexpected-token",
      gap,
      "A blank does not fit here, inside a reference: the service refuses the whole template.",
    );
    this.#append({ type: "Error", range: gap });
  }

  #append(statement: Statement): void {
    const { statements } = this.#top;
    const last = statements.at(-1);
    if (statement.type === "Text" && last?.type === "Text" && last.kind === "plain" && statement.kind === "plain") {
      statements[statements.length - 1] = mergeText(last, statement);
    } else {
      statements.push(statement);
    }
  }

  openIf(header: Header, condition: Expression): void {
    this.#cover(header.range);
    this.#open({
      kind: "if",
      opening: header,
      branches: [],
      current: { header, condition },
      otherwise: undefined,
      statements: [],
      bodyStart: header.range.end,
    });
  }

  openDirective(header: BlockHeader): void {
    this.#cover(header.range);
    this.#open({ kind: "directive", header, statements: [], bodyStart: header.range.end });
  }

  /** `#elseif` (with a condition) or `#else`; false when it belongs to nothing. */
  branch(header: Header, condition: Expression | undefined): boolean {
    if (this.#refused > 0) {
      this.add({ type: "Error", range: header.range });
      return true;
    }
    const frame = this.#top;
    if (frame.kind !== "if" || frame.current.condition === undefined) return false;
    this.#cover(header.range);
    this.#closeBranch(frame, header.range.start);
    frame.current = { header, condition };
    frame.statements = [];
    frame.bodyStart = header.range.end;
    return true;
  }

  /** False when there is nothing to end. */
  end(closing: Closing): boolean {
    if (this.#refused > 0) {
      this.#refused--;
      this.add({ type: "Error", range: closing.range });
      return true;
    }
    if (this.#frames.length === 1) return false;
    this.#cover(closing.range);
    this.#close(closing);
    return true;
  }

  /** Closes what is still open at the end of the template, and gives the whole. */
  finish(at: number, lastToken: number): Block {
    this.#cover({ start: at, end: at });
    while (this.#frames.length > 1) {
      const frame = this.#top;
      const header = frame.kind === "if" ? frame.opening : frame.kind === "directive" ? frame.header : undefined;
      if (header) {
        this.#report(
          "missing-end",
          header.header,
          `This #${header.name} has no #end: the service refuses the whole template.`,
          "Add #end where the block ends; write #{end} where a letter, digit or _ follows it.",
        );
      }
      this.#close({ range: { start: at, end: at }, end: undefined, token: lastToken });
    }
    const root = this.#top;
    return { type: "Block", range: { start: root.bodyStart, end: at }, statements: root.statements };
  }

  /** How many blocks are open, here and around the text. */
  get depth(): number {
    return this.#around + this.#frames.length - 1;
  }

  get #top(): Frame {
    return this.#frames.at(-1)!;
  }

  /** What is nested too deeply is no block of the tree: no later pass is to run out of stack. */
  #open(frame: Exclude<Frame, RootFrame>): void {
    if (this.depth < MAX_BLOCK_DEPTH) {
      this.#frames.push(frame);
      return;
    }
    const { range } = frame.kind === "if" ? frame.opening : frame.header;
    this.#refused++;
    this.#append({ type: "Error", range });
    if (this.#isReported) return;
    this.#isReported = true;
    const at = { start: range.end - 1, end: range.end };
    this.#report("nesting-too-deep", at, `Blocks are nested more than ${MAX_BLOCK_DEPTH} levels deep.`);
  }

  #close(closing: Closing): void {
    const frame = this.#frames.pop()!;
    const range = (start: number): Range => ({ start, end: closing.range.end });
    if (frame.kind === "directive") {
      const body = blockOf(frame, closing.range.start);
      this.#append(this.#finish(frame.header, body, closing));
    } else if (frame.kind === "if") {
      this.#closeBranch(frame, closing.range.start);
      const { opening, branches, otherwise } = frame;
      const node: IfDirective = {
        type: "If",
        range: range(opening.range.start),
        branches,
        otherwise,
        end: closing.end,
      };
      this.#append(node);
    }
  }

  #closeBranch(frame: Frame & IfFrame, at: number): void {
    const { header, condition } = frame.current;
    const body = blockOf(frame, at);
    const range = { start: header.range.start, end: at };
    if (condition === undefined) frame.otherwise = { type: "ElseBranch", range, header: header.header, body };
    else {
      const { name, parentheses } = header;
      frame.branches.push({ type: "IfBranch", range, name, header: header.header, parentheses, condition, body });
    }
  }
}

function blockOf(frame: { statements: Statement[]; bodyStart: number }, end: number): Block {
  return { type: "Block", range: { start: frame.bodyStart, end }, statements: frame.statements };
}

function mergeText(left: Text, right: Text): Text {
  return {
    type: "Text",
    range: { start: left.range.start, end: right.range.end },
    printed: left.printed + right.printed,
    kind: "plain",
  };
}
