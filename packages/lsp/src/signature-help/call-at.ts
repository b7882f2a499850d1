/** The call that an offset is in the parentheses of. */
export interface Call {
  readonly name: string;
  /** Where the dot before the name is; of a macro, where the `#` is. */
  readonly start: number;
  readonly kind: "method" | "macro";
  /** Which argument the offset is in. */
  readonly argument: number;
}

/** Looks backwards for the parenthesis that is open, which need not have been closed yet. */
export function callAt(source: string, offset: number): Call | undefined {
  const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
  const open: { at: number; commas: number }[] = [];
  let quote = "";
  for (let i = lineStart; i < offset; i++) {
    const char = source[i] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if ((char === "'" || char === '"') && open.length > 0) quote = char;
    else if (/[([{]/.test(char)) open.push({ at: i, commas: 0 });
    else if (/[)\]}]/.test(char)) open.pop();
    else if (char === ",") {
      const top = open.at(-1);
      if (top) top.commas++;
    }
  }
  for (const { at, commas } of open.reverse()) {
    if (source[at] !== "(") continue;
    const before = source.slice(lineStart, at);
    const method = /\.([A-Za-z][\w-]*)$/.exec(before);
    if (method) return { name: method[1] ?? "", start: at - method[0].length, kind: "method", argument: commas };
    const macro = /#@?\{?([A-Za-z_][\w-]*)\}?[ \t]*$/.exec(before);
    if (!macro) return undefined;
    return { name: macro[1] ?? "", start: at - macro[0].length, kind: "macro", argument: commas };
  }
  return undefined;
}
