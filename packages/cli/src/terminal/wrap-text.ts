import { Help } from "commander";

/** Breaks a text at blanks where it is wider than `columns` with its margin, which the lines after the first begin with. */
export function wrapText(text: string, columns: number | undefined, margin = ""): string {
  if (columns === undefined) return text;
  return new Help().boxWrap(text, columns - margin.length).replaceAll("\n", `\n${margin}`);
}

/** A page of Markdown, its paragraphs and items of lists as wide as the terminal; code, tables and headings stay. */
export function wrapMarkdown(page: string, columns: number | undefined): string {
  if (columns === undefined) return page;
  const lines: string[] = [];
  let paragraph: string[] = [];
  let isCode = false;
  const endParagraph = () => {
    const [first] = paragraph;
    if (first === undefined) return;
    const [bullet = ""] = /^\s*(?:(?:[-*]|\d+\.)\s+)?/.exec(first) ?? [];
    const text = [first.slice(bullet.length), ...paragraph.slice(1)].map((line) => line.trim()).join(" ");
    lines.push(bullet + wrapText(text, columns, " ".repeat(bullet.length)));
    paragraph = [];
  };
  for (const line of page.split("\n")) {
    const isFence = line.startsWith("```");
    if (isFence) isCode = !isCode;
    const stays = isCode || isFence || line.trim() === "" || /^[#|>]/.test(line);
    if (stays || /^\s*(?:[-*]|\d+\.)\s/.test(line)) endParagraph();
    if (stays) lines.push(line);
    else paragraph.push(line);
  }
  endParagraph();
  return lines.join("\n");
}
