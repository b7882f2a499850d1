import { geometricMean, medians } from "./measure.mjs";
import { ratiosOf } from "./ratios.mjs";
import { table } from "./table.mjs";
import { targetsOf } from "./targets.mjs";

/** @param {number} ns per render */
function perSecond(ns) {
  const rate = 1e9 / ns;
  if (rate >= 1e5) return `${Math.round(rate / 1e3)}k`;
  if (rate >= 1e3) return `${(rate / 1e3).toFixed(1)}k`;
  return rate.toFixed(0);
}

const ratio = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(2));
const ms = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(2));

/** The results as Markdown. */
export function formatReport(results) {
  const { shapes, cold, remarks, lint, serve, lsp, compile } = results;
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
    "Renders a second of processor time, from the text of the body to the output:",
    table(
      ["shape", "ours", "hand-written", "velocityjs", "JVM", "/ hand", "/ velocityjs", "/ JVM", "`JSON.parse` in ours"],
      rows,
    ),
    ...remarks.map((remark) => `- ${remark}`),
    `Milliseconds of processor time (of \`vtl lint\` for ${lint.files} files: the ${lint.source}, repeated with changes):`,
    table(
      ["", "ms, or MB"],
      [
        ["compile the passthrough template, warm", ms(compile.ours / 1e6)],
        ...[cold, lint, serve, lsp].flatMap(({ samples }) => costRows(samples)),
      ],
    ),
    table(
      ["target", "measured", ""],
      targetsOf(results).map(({ target, measured, met }) => [target, measured, met ? "met" : "**missed**"]),
    ),
  ];
  return sections.join("\n\n");
}

/** What was measured of this build, and of what it is compared with. */
function costRows({ now, floor = {} }) {
  const rowsOf = (samples, suffix) =>
    Object.entries(medians(samples)).map(([label, cost]) => [label + suffix, ms(cost)]);
  const shared = Object.keys(floor).some((label) => label in now);
  return [...rowsOf(now, ""), ...rowsOf(floor, shared ? ", Node's bare server" : "")];
}
