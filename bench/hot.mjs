import { handWritten } from "./engines/hand-written.mjs";
import { hasJvm, jvmOutputs, measureJvm } from "./engines/jvm.mjs";
import { compileTemplate, ours } from "./engines/ours.mjs";
import { velocityjs } from "./engines/velocityjs.mjs";
import { measureInterleaved } from "./measure.mjs";

/**
 * Compares the outputs before anything is timed.
 * @param {import("./shapes/index.mjs").Shape[]} shapes
 * @returns {string[]} remarks on velocityjs, which may differ
 * @throws if ours, the hand-written function and the reference engine do not agree to the byte
 */
export function verifyOutputs(shapes) {
  const expected = hasJvm() ? jvmOutputs(shapes) : shapes.map((shape) => handWritten.prepare(shape)());
  const remarks = [];
  for (const [i, shape] of shapes.entries()) {
    for (const engine of [handWritten, ours]) {
      const at = firstDifference(engine.prepare(shape)(), expected[i]);
      if (at !== undefined) throw new Error(`${shape.id}: ${engine.name} differs at character ${at}`);
    }
    const output = velocityjs.prepare(shape)();
    const at = firstDifference(output, expected[i]);
    if (at === undefined) continue;
    const onlySpace = output.replace(/\s+/g, "") === expected[i].replace(/\s+/g, "");
    remarks.push(`${shape.id}: velocityjs differs${onlySpace ? " in white space" : ""} from character ${at}`);
  }
  return remarks;
}

function firstDifference(a, b) {
  if (a === b) return undefined;
  let i = 0;
  while (a[i] === b[i]) i++;
  return i;
}

/**
 * Times the rendering of a shape, from the text of the body to the output.
 * @param {import("./shapes/index.mjs").Shape} shape
 * @param {import("./run.mjs").Effort} effort
 */
export function measureShape(shape, effort) {
  const parseBody = () => {
    JSON.parse(shape.event.body);
    return "x";
  };
  const renders = [handWritten, ours, velocityjs].map((engine) => engine.prepare(shape));
  const [body, hand, own, interpreter] = measureInterleaved([parseBody, ...renders], effort);
  // About eight times slower than hand-written code, it takes five rounds of this length.
  const jvmCount = Math.max(50, Math.round((effort.jvmRoundMs * 1e6) / (hand * 8)));
  const jvm = hasJvm() ? measureJvm(shape, jvmCount) : undefined;
  return { id: shape.id, title: shape.title, parseBody: body, hand, ours: own, velocityjs: interpreter, jvm };
}

/**
 * Times parsing and code generation when warm, and beside them velocityjs, which only parses. Each template is one that
 * was never seen, in case something is cached.
 * @param {import("./shapes/index.mjs").Shape} shape
 * @param {import("./run.mjs").Effort} effort
 * @returns {{ours: number, velocityjs: number}} nanoseconds
 */
export function measureCompile(shape, effort) {
  let serial = 0;
  const anew = (work) => () => {
    work(`${shape.template}## ${serial++}\n`);
    return "x";
  };
  const [own, parser] = measureInterleaved([anew(compileTemplate), anew(velocityjs.parse)], effort);
  return { ours: own, velocityjs: parser };
}
