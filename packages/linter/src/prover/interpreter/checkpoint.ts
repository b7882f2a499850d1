import type { Statement, Template } from "@apigw-vtl/compiler";
import type { InterpretedText, Machine } from "./machine.js";
import type { State } from "./state.js";
import type { Tail } from "./tail.js";

/** What is known before one of the statements of a template's body, from where a later version can be gone on with. */
export interface Checkpoint {
  /** How many statements stand before it. */
  readonly statements: number;
  /** Where the last one of them ends. */
  readonly offset: number;
  readonly output: string;
  readonly machine: Machine;
  readonly states: readonly State[];
}

/** A version of a template that was interpreted before. */
export interface EarlierVersion {
  readonly source: string;
  readonly tree: Template;
  readonly checkpoint: Checkpoint | undefined;
  readonly tail: Tail | undefined;
}

/** What an interpretation goes on with, and where that was kept. */
export interface Resumed extends Pick<Checkpoint, "machine" | "states"> {
  readonly checkpoint: Checkpoint;
}

interface Text extends InterpretedText {
  readonly output: string;
}

export function checkpointAt(
  statements: number,
  text: Text,
  machine: Machine,
  states: readonly State[],
): Checkpoint | undefined {
  const offset = text.tree.body.statements[statements - 1]?.range.end ?? 0;
  machine.joinParts();
  const kept = machine.goOn(text, offset);
  machine.startPart(offset);
  return kept && { statements, offset, output: text.output, machine: kept, states: copies(states) };
}

/** `shared`: how many statements at the start of the text are those that the checkpoint is of. */
export function resume(checkpoint: Checkpoint, text: Text, shared: number): Resumed | undefined {
  const { statements, offset, output, states } = checkpoint;
  if (statements > shared || output !== text.output) return undefined;
  const machine = checkpoint.machine.goOn(text, offset);
  return machine && { machine, states: copies(states), checkpoint };
}

/** Interpreting changes states. */
const copies = (states: readonly State[]): readonly State[] => states.map((state) => state.copy());

/** How many statements of the body are those of the earlier version, which `withNodesOf` has taken over. */
export function sharedStatements({ body }: Template, earlier: EarlierVersion): number {
  const before = earlier.tree.body.statements;
  const first = body.statements.findIndex((statement, i) => statement !== before[i]);
  return first < 0 ? body.statements.length : first;
}

/**
 * The tree with the nodes of the earlier version for the statements at its start that are the same in both. The parser
 * reads from left to right and looks no further than into the next statement: the last one before the change is left out.
 */
export function withNodesOf(earlier: EarlierVersion, source: string, tree: Template): Template {
  const before = earlier.tree.body.statements;
  const { statements } = tree.body;
  const end = commonStart(source, earlier.source);
  const first = statements.findIndex((statement, i) => !isSame(statement, before[i]) || statement.range.end > end);
  const count = Math.max((first < 0 ? statements.length : first) - 1, 0);
  return { ...tree, body: { ...tree.body, statements: [...before.slice(0, count), ...statements.slice(count)] } };
}

/** Of one text. */
function isSame({ type, range }: Statement, other: Statement | undefined): boolean {
  return type === other?.type && range.start === other.range.start && range.end === other.range.end;
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
