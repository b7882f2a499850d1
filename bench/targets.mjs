import { geometricMean, median, medians } from "./measure.mjs";
import { ratiosOf } from "./ratios.mjs";
import { passthrough } from "./shapes/passthrough.mjs";
import { priceList } from "./shapes/price-list.mjs";
import { putItem } from "./shapes/put-item.mjs";

/** What is promised of a shape by itself. */
const LEAST_BESIDE_HAND = { [putItem.id]: 0.84, [passthrough.id]: 0.75, [priceList.id]: 0.85 };

const two = (value) => value.toFixed(value >= 10 ? 0 : 2);
const atLeast = (target, value, least) => ({
  target: `${target}, at least ${least}`,
  measured: two(value),
  met: value >= least,
});
const atMost = (target, value, most) => ({
  target: `${target}, at most ${most}`,
  measured: two(value),
  met: value <= most,
});

/**
 * What was promised, and whether it is kept. All are ratios: of times that were taken in turn, which hold on a machine
 * with other work, or of sizes.
 * @returns {{target: string, measured: string, met: boolean}[]}
 */
export function targetsOf({ shapes, compile, cold, modules, lint, serve, lsp }) {
  const ratios = shapes.map(ratiosOf);
  const jvm = ratios.some((r) => r.jvm === undefined) ? undefined : Math.min(...ratios.map((r) => r.jvm));
  const costs = medians(cold.samples.now);
  const node = median(cold.samples.floor["node -e 0"]);
  const handOf = (shape) => ratios[shapes.findIndex(({ id }) => id === shape.id)].hand;
  return [
    atLeast("ours / hand-written, geometric mean", geometricMean(ratios.map((r) => r.hand)), 0.9),
    ...[putItem, passthrough, priceList].map((shape) => {
      return atLeast(`the same, ${shape.title}`, handOf(shape), LEAST_BESIDE_HAND[shape.id]);
    }),
    atLeast("ours / velocityjs, geometric mean", geometricMean(ratios.map((r) => r.velocityjs)), 11),
    ...(jvm === undefined ? [] : [atLeast("ours / JVM, the least of all shapes", jvm, 1)]),
    atMost("compiling passthrough, warm / velocityjs parsing it", compile.ours / compile.velocityjs, 3),
    atMost("`vtl render` / `node -e 0`", costs["vtl render"] / node, 1.8),
    atMost("`vtl --version` / `node -e 0`", costs["vtl --version"] / node, 1.15),
    ...moduleTargets(modules),
    ...lintTargets(lint),
    ...serveTargets(serve),
    ...lspTargets(lsp),
  ];
}

/** @param {{putItem: number, corpus: number[]}} kilobytes minified */
function moduleTargets({ putItem: small, corpus }) {
  const own = atMost("module of the small PutItem, KB minified", small, 15);
  return corpus.length === 0 ? [own] : [own, atMost("the largest of the corpus, KB", Math.max(...corpus), 60)];
}

function lintTargets({ files, samples: { now, floor } }) {
  const {
    "vtl lint": fresh,
    "vtl lint --cache, unchanged": unchanged,
    "vtl lint, MB at most": megabytes,
    "vtl format --check": format,
  } = medians(now);
  return [
    atMost(`\`vtl lint\` on ${files} files / parsing them`, fresh / median(floor["parsing alone"]), 10),
    atMost("the same with --cache, unchanged / anew", unchanged / fresh, 0.5),
    atMost("the same anew, megabytes", megabytes, 300),
    atMost("`vtl format --check` / `vtl lint`", format / fresh, 1.5),
  ];
}

function serveTargets({ requests, samples: { now, floor }, growth }) {
  const label = "serving a request";
  const toBare = atMost("`vtl serve` / Node's bare server, a request", medians(now)[label] / medians(floor)[label], 5);
  if (growth === undefined) return [toBare];
  return [toBare, atMost(`the same, memory after ${requests} requests / after half of them`, growth, 1.1)];
}

function lspTargets({ samples, heap }) {
  const costs = medians(samples.now);
  const small = costs["diagnostics, 5 KB"];
  return [
    atMost(
      "language server, diagnostics, 300 KB / 5 KB, sixty times the text",
      costs["diagnostics, 300 KB"] / small,
      60,
    ),
    atMost("the same, completions / diagnostics, 5 KB", costs["completions, 5 KB"] / small, 2),
    atMost(`the same, heap after ${heap.edits} edits / before`, heap.end / heap.start, 1.05),
  ];
}
