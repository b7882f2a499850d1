import type { ResolvedConfig } from "@apigw-vtl/linter";

/** How formatted text is to look. */
export interface LayoutOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Columns that a line should not go beyond. */
  readonly printWidth: number;
  /** Whether the template keeps the indentation of its first line, as where it stands in a program's text. */
  readonly keepsMargin: boolean;
}

export const defaultLayout: LayoutOptions = { tabSize: 2, insertSpaces: true, printWidth: 100, keepsMargin: false };

/** The project's: what an editor is set to does not count, so that `vtl format --check` asks for nothing else. */
export function layoutOf({ indent }: Pick<ResolvedConfig, "indent">, embedded: boolean): LayoutOptions {
  const steps = indent === "tab" ? { insertSpaces: false } : { tabSize: indent };
  return { ...defaultLayout, ...steps, keepsMargin: embedded };
}

/** One step of indentation. */
export function indentOf({ tabSize, insertSpaces }: LayoutOptions): string {
  return insertSpaces ? " ".repeat(tabSize) : "\t";
}
