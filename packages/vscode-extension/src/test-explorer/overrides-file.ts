import type { RenderReply } from "@apigw-vtl/lsp";

type Overrides = Extract<RenderReply, { status: "rendered" }>["overrides"];

/** Overrides as such a file has them; `undefined` when nothing was overridden. */
export function overridesText(overrides: Overrides): string | undefined {
  return Object.keys(overrides).length === 0 ? undefined : `${JSON.stringify(overrides, null, 2)}\n`;
}

/** The same for a file as someone wrote it, so that layout and order do not matter to the comparison. */
export function overridesOfFile(text: string): string {
  return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
}
