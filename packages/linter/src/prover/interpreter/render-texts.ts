import type { Block } from "@apigw-vtl/compiler";
import { TextSink } from "../sinks/text-sink.js";
import type { Pieces } from "../text/piece.js";
import type { Machine } from "./machine.js";
import type { State } from "./state.js";

/** The texts that a string or a block may print as a value; what it sets is set in `state`. */
export function renderTexts(machine: Machine, block: Block, state: State): readonly Pieces[] {
  const results = machine.run(block, [state.copy({ sink: new TextSink() })]);
  if (results.some(({ exit }) => exit !== undefined)) machine.doubt("#break or #stop within a string", block.range);
  state.takeVariables(results);
  return results.map(({ sink }) => (sink instanceof TextSink ? sink.pieces : []));
}
