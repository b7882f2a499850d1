import { geometricMean, median } from "./measure.mjs";

/** @param {number} ns per render */
function perSecond(ns) {
  const rate = 1e9 / ns;
  if (rate >= 1e5) return `${Math.round(rate / 1e3)}k`;
  if (rate >= 1e3) return `${(rate / 1e3).toFixed(1)}k`;
  return rate.toFixed(0);
}

const ratio = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(2));
const ms = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(2));

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** How much faster ours is than each of the others. */
function ratiosOf({ hand, ours, velocityjs, jvm }) {
  return { hand: hand / ours, velocityjs: velocityjs / ours, jvm: jvm && jvm / ours };
}

/**
 * What was promised, and whether it is kept.
 * @returns {{target: string, measured: string, met: boolean}[]}
 */
function targetsOf({ shapes, compile, cold, lint, serve, lsp }) {
  const ratios = shapes.map(ratiosOf);
  const hand = geometricMean(ratios.map((r) => r.hand));
  const velocityjs = geometricMean(ratios.map((r) => r.velocityjs));
  const jvm = ratios.some((r) => r.jvm === undefined) ? undefined : Math.min(...ratios.map((r) => r.jvm));
  const start = cold.vtlRender - cold.node;
  return [
    { target: "ours / hand-written, geometric mean, at least 0.6", measured: ratio(hand), met: hand >= 0.6 },
    {
      target: "ours / velocityjs, geometric mean, at least 10",
      measured: `${ratio(velocityjs)} (hand-written: ${ratio(velocityjs / hand)})`,
      met: velocityjs >= 10,
    },
    ...(jvm === undefined
      ? []
      : [{ target: "ours / JVM, on every shape, above 1", measured: `least ${ratio(jvm)}`, met: jvm > 1 }]),
    { target: "parse and compile passthrough, warm, below 2 ms", measured: `${ms(compile)} ms`, met: compile < 2 },
    { target: "`vtl render` over `node -e 0`, at most 80 ms", measured: `${ms(start)} ms`, met: start <= 80 },
    ...lintTargets(lint),
    ...serveTargets(serve),
    ...lspTargets(lsp),
  ];
}

function lintTargets({ files, fresh, unchanged }) {
  const time = ({ wallMs }, most) => ({ measured: `${ms(wallMs)} ms`, met: wallMs <= most });
  return [
    { target: `\`vtl lint\` on ${files} files, at most 2 s`, ...time(fresh, 2000) },
    { target: "the same, at most 300 MB", measured: `${ms(fresh.rssMB)} MB`, met: fresh.rssMB <= 300 },
    { target: "the same with --cache, unchanged, at most 0.3 s", ...time(unchanged, 300) },
  ];
}

/** Fewer requests than these say nothing about memory: a heap grows before it is collected. */
const ENOUGH_FOR_MEMORY = 200_000;

function serveTargets({ requests, perSecond: rate, p99, memory }) {
  const targets = [
    { target: "`vtl serve`, at least 3,000 requests/s", measured: perSecond(1e9 / rate), met: rate >= 3000 },
    { target: "the same, 99th percentile below 50 ms", measured: `${ms(p99)} ms`, met: p99 < 50 },
  ];
  if (requests < ENOUGH_FOR_MEMORY) return targets;
  // Between collections the memory of a moment says little: halves are compared.
  const middle = memory.length >> 1;
  const growth = median(memory.slice(middle)) / median(memory.slice(0, middle));
  const target = `the same, growth of memory over ${requests} requests, at most 10 %`;
  return [...targets, { target, measured: `${((growth - 1) * 100).toFixed(1)} %`, met: growth <= 1.1 }];
}

function lspTargets({ small, large, completion, heap }) {
  const time = ({ median: measured }, most) => ({ measured: `${ms(measured)} ms`, met: measured < most });
  const growth = heap.end / heap.start;
  return [
    { target: "keystroke to diagnostics, 5 KB, median below 10 ms", ...time(small, 10) },
    { target: "the same, 300 KB, below 250 ms", ...time(large, 250) },
    { target: "keystroke to completions, 5 KB, median below 10 ms", ...time(completion, 10) },
    {
      target: `growth of the server's heap over ${heap.edits} edits, at most 5 %`,
      measured: `${((growth - 1) * 100).toFixed(1)} %`,
      met: growth <= 1.05,
    },
  ];
}

/** The results as Markdown. */
export function formatReport(results) {
  const { shapes, cold, remarks, lint, serve, lsp } = results;
  const rows = shapes.map((shape) => {
    const to = ratiosOf(shape);
    return [
      shape.title,
      ...[shape.ours, shape.hand, shape.velocityjs].map(perSecond),
      shape.jvm === undefined ? "–" : perSecond(shape.jvm),
      ratio(to.hand),
      ratio(to.velocityjs),
      to.jvm === undefined ? "–" : ratio(to.jvm),
      `${Math.round((100 * shape.parseBody) / shape.ours)} %`,
    ];
  });
  const all = shapes.map(ratiosOf);
  const mean = (key) => (all.some((r) => r[key] === undefined) ? "–" : ratio(geometricMean(all.map((r) => r[key]))));
  rows.push(["geometric mean", "", "", "", "", mean("hand"), mean("velocityjs"), mean("jvm"), ""]);

  const sections = [
    "Renders per second, from the text of the body to the output:",
    table(
      ["shape", "ours", "hand-written", "velocityjs", "JVM", "/ hand", "/ velocityjs", "/ JVM", "`JSON.parse` in ours"],
      rows,
    ),
    ...remarks.map((remark) => `- ${remark}`),
    "Fresh processes, milliseconds:",
    table(
      ["`node -e 0`", "`vtl render`", "import the compiler", "first compile", "first render"],
      [[cold.node, cold.vtlRender, cold.firstImport, cold.firstCompile, cold.firstRender].map(ms)],
    ),
    `\`vtl lint\` on ${lint.files} template files (the ${lint.source}, repeated with changes; ${lint.findings} findings):`,
    table(
      ["", "ms", "ms of both processors' time", "MB at most"],
      [
        ["all of them", ...[lint.fresh.wallMs, lint.fresh.cpuMs, lint.fresh.rssMB].map(ms)],
        ["`--cache`, unchanged", ...[lint.unchanged.wallMs, lint.unchanged.cpuMs, lint.unchanged.rssMB].map(ms)],
      ],
    ),
    "`vtl serve` with a MOCK route, and Node's bare server answering by hand:",
    table(
      ["requests/s", "bare", "/ bare", "99th percentile, ms", "MB after the first round", "after the last"],
      [
        [
          perSecond(1e9 / serve.perSecond),
          perSecond(1e9 / serve.floorPerSecond),
          ratio(serve.perSecond / serve.floorPerSecond),
          ...[serve.p99, serve.memory[0], serve.memory.at(-1)].map(ms),
        ],
      ],
    ),
    "The language server over stdio, milliseconds from a keystroke to the answer, and its heap after collection:",
    table(
      ["", "median", "slowest"],
      [
        ["diagnostics, 5 KB", ...[lsp.small.median, lsp.small.slowest].map(ms)],
        ["diagnostics, 300 KB", ...[lsp.large.median, lsp.large.slowest].map(ms)],
        ["diagnostics, 300 KB of variables", ...[lsp.variables.median, lsp.variables.slowest].map(ms)],
        ["completions, 5 KB", ...[lsp.completion.median, lsp.completion.slowest].map(ms)],
      ],
    ),
    `${ms(lsp.heap.start / 2 ** 20)} MB before ${lsp.heap.edits} edits, ${ms(lsp.heap.end / 2 ** 20)} MB after.`,
    table(
      ["target", "measured", ""],
      targetsOf(results).map(({ target, measured, met }) => [target, measured, met ? "met" : "**missed**"]),
    ),
  ];
  return sections.join("\n\n");
}
