import { markupText } from "../../report/markup.js";
import { type FileCoverage, percentOf, type Share, summaryOf } from "../coverage.js";

/** A page of a report, by its name in the report's folder. */
export interface HtmlPage {
  readonly name: string;
  readonly text: string;
}

/** Pages without scripts: a list of the files, and each file with what was not reached marked in words and colours. */
export function htmlReport(files: readonly FileCoverage[], textOf: (file: string) => string): readonly HtmlPage[] {
  const names = pageNames(files);
  const rows = files.map((file) => fileRow(file, names.get(file.file) ?? ""));
  const all = summaryOf(files);
  const list = `<table>
<caption>What the tests have reached: lines ${shareText(all.lines)}, branches ${shareText(all.branches)}</caption>
<thead><tr><th scope="col">File</th><th scope="col">Lines</th><th scope="col">Branches</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
  return [
    { name: "index.html", text: page("Coverage of mapping templates", list) },
    ...files.map((file) => ({ name: names.get(file.file) ?? "", text: filePage(file, textOf(file.file)) })),
  ];
}

/** Names of files, of which several may be called alike in different folders. */
function pageNames(files: readonly FileCoverage[]): ReadonlyMap<string, string> {
  const used = new Set<string>(["index"]);
  return new Map(
    files.map(({ file }) => {
      const plain = file.replace(/[^\w.-]+/g, "-").replace(/^[-.]+/, "");
      let name = plain;
      for (let i = 2; used.has(name.toLowerCase()); i++) name = `${plain}-${i}`;
      used.add(name.toLowerCase());
      return [file, `${name}.html`] as const;
    }),
  );
}

function fileRow(file: FileCoverage, name: string): string {
  const { lines, branches } = summaryOf([file]);
  const link = `<a href="${encodeURIComponent(name)}">${markupText(file.file)}</a>`;
  return `<tr><th scope="row">${link}</th><td>${shareText(lines)}</td><td>${shareText(branches)}</td></tr>`;
}

function filePage(coverage: FileCoverage, text: string): string {
  const { lines, branches } = summaryOf([coverage]);
  const body = `<p><a href="index.html">All files</a></p>
<p>Lines ${shareText(lines)}, branches ${shareText(branches)}. Times say how often a line was run; a note says what of a line was never reached.</p>
<table class="source">
<caption>${markupText(coverage.file)}</caption>
<thead><tr><th scope="col">Line</th><th scope="col">Times</th><th scope="col">Text</th><th scope="col">Notes</th></tr></thead>
<tbody>
${sourceRows(coverage, text).join("\n")}
</tbody>
</table>
${referenceList(coverage)}`;
  return page(`Coverage of ${coverage.file}`, body);
}

function sourceRows({ lines, branches }: FileCoverage, text: string): string[] {
  const notes = new Map<number, string[]>();
  for (const { ways, impossible, line: at } of branches) {
    for (const { name, reason } of impossible)
      notes.set(at, [...(notes.get(at) ?? []), `cannot be: ${name}, since ${reason}`]);
    for (const { name, line, hits } of ways) {
      if (hits === 0) notes.set(line, [...(notes.get(line) ?? []), `never: ${name.replace(/\s+/g, " ")}`]);
    }
  }
  return text.split(/\r?\n/).map((row, i) => {
    const line = i + 1;
    const hits = lines.get(line);
    const own = notes.get(line) ?? [];
    const isPartly = own.some((note) => note.startsWith("never: "));
    const kind = hits === 0 ? "missed" : isPartly ? "partly" : hits === undefined ? "" : "reached";
    const times = hits === undefined ? "" : hits === 0 ? "never" : `${hits}×`;
    const cells = `<td>${times}</td><td><code>${markupText(row)}</code></td><td>${markupText(own.join("; "))}</td>`;
    return `<tr id="L${line}"${kind === "" ? "" : ` class="${kind}"`}><th scope="row">${line}</th>${cells}</tr>`;
  });
}

/** References that the tests know one way only. */
function referenceList({ references }: FileCoverage): string {
  const items = references.flatMap(({ source, line, present, missing }) => {
    if (present > 0 && missing > 0) return [];
    const told = present + missing === 0 ? "never read" : present === 0 ? "never has a value" : "never missing";
    return [`<li>line <a href="#L${line}">${line}</a>: <code>${markupText(source)}</code> ${told}</li>`];
  });
  if (items.length === 0) return "";
  return `<h2>References that the tests know one way only</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
}

function shareText(share: Share): string {
  return `${percentOf(share)} % (${share.covered}/${share.total})`;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse}caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;padding:.1rem .75rem;vertical-align:top}
thead th{border-bottom:2px solid #555}tbody th{font-weight:400}
.source code{white-space:pre-wrap;overflow-wrap:anywhere}
.missed{background:#fde2e0}.partly{background:#fff3cd}.reached td:nth-child(2){color:#145a1c}
a{color:#0645ad}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}.missed{background:#5a1d1a}.partly{background:#4d3f0c}
.reached td:nth-child(2){color:#8ddb96}a{color:#9cc4ff}thead th{border-color:#aaa}}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markupText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${markupText(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
