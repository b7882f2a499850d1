import { markupAttributes } from "../../report/markup.js";
import type { Branch, FileCoverage, Share } from "../coverage.js";
import { summaryOf } from "../coverage.js";

/** Cobertura's XML, which GitLab, Azure and Jenkins show. `timestamp` is in milliseconds since 1970. */
export function cobertura(files: readonly FileCoverage[], timestamp: number): string {
  const all = summaryOf(files);
  const counts = [
    ["lines-covered", all.lines.covered],
    ["lines-valid", all.lines.total],
    ["branches-covered", all.branches.covered],
    ["branches-valid", all.branches.total],
  ].map(([name, value]) => ` ${name}="${value}"`);
  const packages = folders(files).map(([folder, own]) => packageElement(folder, own));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">',
    `<coverage${rates(all)}${counts.join("")} complexity="0" version="1" timestamp="${timestamp}">`,
    "  <sources><source>.</source></sources>",
    "  <packages>",
    ...packages,
    "  </packages>",
    "</coverage>\n",
  ].join("\n");
}

function folders(files: readonly FileCoverage[]): [string, FileCoverage[]][] {
  const found = new Map<string, FileCoverage[]>();
  for (const file of files) {
    const folder = file.file.slice(0, Math.max(0, file.file.lastIndexOf("/"))) || ".";
    found.set(folder, [...(found.get(folder) ?? []), file]);
  }
  return [...found];
}

function packageElement(folder: string, files: readonly FileCoverage[]): string {
  const classes = files.map(classElement).join("\n");
  const attributes = `${markupAttributes({ name: folder })}${rates(summaryOf(files))} complexity="0"`;
  return `    <package${attributes}>\n      <classes>\n${classes}\n      </classes>\n    </package>`;
}

function classElement(coverage: FileCoverage): string {
  const { file, lines, branches } = coverage;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const onLine = new Map<number, Branch[]>();
  for (const branch of branches) onLine.set(branch.line, [...(onLine.get(branch.line) ?? []), branch]);
  const numbers = [...new Set([...lines.keys(), ...onLine.keys()])].sort((one, other) => one - other);
  const elements = numbers.map((line) => lineElement(line, lines.get(line) ?? 0, onLine.get(line) ?? []));
  const attributes = `${markupAttributes({ name, filename: file })}${rates(summaryOf([coverage]))} complexity="0"`;
  return `        <class${attributes}>\n          <methods/>\n          <lines>\n${elements.join("\n")}\n          </lines>\n        </class>`;
}

function lineElement(line: number, hits: number, branches: readonly Branch[]): string {
  const ways = branches.flatMap((branch) => branch.ways);
  const covered = ways.filter((way) => way.hits > 0).length;
  const condition =
    ways.length === 0
      ? ""
      : ` condition-coverage="${Math.floor((covered / ways.length) * 100)}% (${covered}/${ways.length})"`;
  return `            <line number="${line}" hits="${hits}" branch="${ways.length > 0}"${condition}/>`;
}

function rates({ lines, branches }: ReturnType<typeof summaryOf>): string {
  return ` line-rate="${rateOf(lines)}" branch-rate="${rateOf(branches)}"`;
}

const rateOf = ({ total, covered }: Share): string => (total === 0 ? 1 : covered / total).toFixed(4);
