/** Width and height of a plot, the margins around what is drawn, and the height of a line of the legend below. */
const [WIDTH, HEIGHT, MARGIN, LINE] = [760, 460, 60, 18];
const COLOURS = ["#0b6e99", "#c4501b", "#4f7d1f", "#8a3fa0", "#a3762a"];

/** @typedef {{label: string, points: [number, number][], slope: number}} Curve */

/**
 * Curves with both axes logarithmic, as SVG: a cost in proportion to the size is a line as steep as the dotted ones.
 * @param {Curve[]} curves
 */
export function plot(curves) {
  const all = curves.flatMap(({ points }) => points);
  const x = scale(
    all.map(([size]) => size),
    MARGIN,
    WIDTH - MARGIN,
  );
  const y = scale(
    all.map(([, cost]) => cost),
    HEIGHT - MARGIN,
    MARGIN,
  );
  const lines = curves.map(({ label, points, slope }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const places = points.map(([size, cost]) => `${x.at(size)},${y.at(cost)}`);
    const dots = places
      .map((place) => `<circle cx="${place.replace(",", '" cy="')}" r="3" fill="${colour}"/>`)
      .join("");
    const text = `<text x="${MARGIN}" y="${HEIGHT + LINE * i}" fill="${colour}">${label}: slope ${slope.toFixed(2)}</text>`;
    return `<polyline points="${places.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}${text}`;
  });
  const grid = [
    ...x.decades.map(
      (n) => `${segment(x.at(n), MARGIN, x.at(n), HEIGHT - MARGIN)}${mark(x.at(n), HEIGHT - MARGIN + 18, n)}`,
    ),
    ...y.decades.map((n) => `${segment(MARGIN, y.at(n), WIDTH - MARGIN, y.at(n))}${mark(MARGIN - 28, y.at(n) + 4, n)}`),
  ];
  const height = HEIGHT + LINE * curves.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    ...grid,
    ...inProportion(x, y),
    ...lines,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 16}" text-anchor="middle">size</text>`,
    `<text x="16" y="${HEIGHT / 2}" transform="rotate(-90 16 ${HEIGHT / 2})" text-anchor="middle">milliseconds of processor time</text>`,
    "</svg>",
    "",
  ].join("\n");
}

/** @param {number[]} numbers positive */
function scale(numbers, from, to) {
  const low = Math.floor(Math.log10(Math.min(...numbers)));
  const high = Math.ceil(Math.log10(Math.max(...numbers)));
  return {
    at: (n) => Math.round((from + ((Math.log10(n) - low) / (high - low)) * (to - from)) * 10) / 10,
    decades: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

/** A dotted line from the start of each decade of costs: tenfold the size for tenfold the cost. */
function inProportion(x, y) {
  return y.decades.slice(0, -1).map((cost) => {
    const decades = Math.min(x.decades.length - 1, Math.round(Math.log10(y.decades.at(-1) / cost)));
    const size = x.decades[0];
    return segment(
      x.at(size),
      y.at(cost),
      x.at(size * 10 ** decades),
      y.at(cost * 10 ** decades),
      ' stroke-dasharray="2 4"',
    );
  });
}

const segment = (x1, y1, x2, y2, style = "") =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"${style}/>`;
const mark = (x, y, n) =>
  `<text x="${x}" y="${y}" text-anchor="middle" fill="#555">${n >= 1 ? n.toLocaleString("en") : n}</text>`;
