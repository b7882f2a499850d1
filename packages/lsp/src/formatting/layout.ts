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

/** One step of indentation. */
export function indentOf({ tabSize, insertSpaces }: LayoutOptions): string {
  return insertSpaces ? " ".repeat(tabSize) : "\t";
}
