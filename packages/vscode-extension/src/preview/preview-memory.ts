/** What of a template the preview shows: its output, or its sample's way through the gateway. */
export type PreviewView = "output" | "steps";

/** What the preview's page keeps of itself, and is brought back from when the window is loaded anew. */
export interface PreviewMemory {
  readonly uri: string;
  /** Of the template in that file. */
  readonly address: string;
  /** The sample that is shown. */
  readonly chosen: string;
  readonly comparedWith?: string;
  /** The output, unless it says otherwise. */
  readonly view?: PreviewView;
}

/** Reads what VS Code has kept, which an earlier version of this extension may have written. */
export function readPreviewMemory(kept: unknown): PreviewMemory | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { uri, address, chosen, comparedWith, view }: Readonly<Record<keyof PreviewMemory, unknown>> = {
    uri: undefined,
    address: undefined,
    chosen: undefined,
    comparedWith: undefined,
    view: undefined,
    ...kept,
  };
  if (typeof uri !== "string" || typeof address !== "string" || typeof chosen !== "string") return undefined;
  return {
    uri,
    address,
    chosen,
    ...(typeof comparedWith === "string" && { comparedWith }),
    ...(view === "steps" && { view }),
  };
}
