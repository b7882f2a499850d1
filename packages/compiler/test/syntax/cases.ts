import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DialectName } from "@apigw-vtl/compiler";

/** A template with what the parser makes of it drawn underneath. */
export interface SyntaxCase {
  readonly title: string;
  readonly dialect: DialectName;
  readonly source: string;
  /** The source with its marks, as the file has them. */
  readonly marked: string;
}

const MARK = /^ *(?:[~^]+…?|\|) [A-Za-z.]|^ *hint: /;
/** Characters that an editor would not show, or remove. */
const visible: Readonly<Record<string, string>> = { "␠": " ", "␉": "\t", "␍": "\r" };

/**
 * All cases of a folder of `.txt` files. A case begins with `==== title`, or `==== title [velocity]`; lines that
 * begin with `~~~`, `^^^` or `|` say what stands above them. `␠`, `␉` and `␍` stand for a blank, a tab and a CR.
 */
export function readCases(folder: "trees" | "diagnostics"): { file: string; cases: SyntaxCase[] }[] {
  const path = fileURLToPath(new URL(`${folder}/`, import.meta.url));
  return readdirSync(path).map((file) => ({
    file: file.replace(/\.txt$/, ""),
    cases: readFileSync(path + file, "utf8")
      .split(/^==== /m)
      .slice(1)
      .map(readCase),
  }));
}

function readCase(text: string): SyntaxCase {
  const [heading = "", ...lines] = text.replace(/\n{1,2}$/, "").split("\n");
  const title = heading.replace(" [velocity]", "");
  const source = lines.filter((line) => !MARK.test(line)).join("\n");
  return {
    title,
    dialect: title === heading ? "apigateway" : "velocity",
    source: source.replace(/[␠␉␍]/g, (sign) => visible[sign] ?? sign),
    marked: lines.join("\n"),
  };
}

/** Undoes what `readCases` does to characters that are not to be seen. */
export function showInvisible(marked: string): string {
  return marked
    .replace(/ +$/gm, (blanks) => "␠".repeat(blanks.length))
    .replace(/\t/g, "␉")
    .replace(/\r/g, "␍");
}
