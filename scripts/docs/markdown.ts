import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const skipped = new Set(["node_modules", "dist", ".git", ".cache"]);

/** A block between fences; `info` is what stands after the first fence. */
export interface CodeBlock {
  readonly info: string;
  /** Without the newline before the closing fence. */
  readonly text: string;
}

/** A Markdown file of the repository. */
export interface MarkdownFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A link that is written as a path. */
export interface RelativeLink {
  readonly href: string;
  /** From the root of the repository; that of the file itself for `#heading`. */
  readonly target: string;
  /** What stands after `#`. */
  readonly anchor: string | undefined;
}

const fence = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

export function readMarkdown(path: string): MarkdownFile {
  return { path, text: readFileSync(join(root, path), "utf8") };
}

/** Every Markdown file of the repository. */
export function markdownFiles(folder = ""): MarkdownFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith(".md") ? [readMarkdown(path)] : [];
  });
}

export function codeBlocks({ text }: MarkdownFile): CodeBlock[] {
  return Array.from(text.matchAll(fence), ([, info = "", content = ""]) => ({ info, text: content.slice(0, -1) }));
}

export function relativeLinks({ path, text }: MarkdownFile): RelativeLink[] {
  const prose = text.replace(fence, "").replace(/`[^`\n]*`/g, "");
  const links = prose.matchAll(/\]\(([^()\s]+)\)/g);
  return Array.from(links, ([, href = ""]) => href)
    .filter((href) => !/^[a-z]+:/.test(href))
    .map((href) => {
      const [file = "", anchor] = href.split("#");
      const target = file === "" ? path : relative(root, join(root, dirname(path), file));
      return { href, target, anchor };
    });
}

/** What stands between backticks within a line of prose. */
export function codeSpans({ text }: MarkdownFile): string[] {
  return Array.from(text.replace(fence, "").matchAll(/`([^`]+)`/g), ([, code = ""]) => code.replace(/\s+/g, " "));
}

/** The anchors that GitHub gives the headings of a file. */
export function headingAnchors({ text }: MarkdownFile): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of text.replace(fence, "").matchAll(/^#{1,6} (.*)$/gm)) {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The files and folders of a tree drawn by indentation; what stands after two blanks is a comment. */
export function pathsOfTree(text: string): string[] {
  const folders: string[] = [];
  return text.split("\n").flatMap((line) => {
    const depth = line.search(/\S/) / 2;
    const names = line.trim().split("  ")[0]!.split(", ");
    const paths = names.map((name) => join(...folders.slice(0, depth), name));
    folders[depth] = names[0]!;
    return paths;
  });
}
