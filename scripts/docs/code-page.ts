import { compile, type DialectName, parse, type TemplateEvent, VtlRenderError } from "@apigw-vtl/compiler";
import { codeBlocks, type MarkdownFile } from "./markdown.js";

/** The page of a diagnostic code: an example that has the problem, and the same without it. */
export interface CodePage {
  readonly title: string;
  readonly code: string;
  readonly headings: readonly string[];
  readonly wrong: string;
  readonly right: string;
  readonly dialect: DialectName;
  readonly event: TemplateEvent;
  /** What `vtl render` says about the wrong one. */
  readonly message: string;
}

export function readCodePage(file: MarkdownFile): CodePage {
  const [, title = "", code = ""] = /^# (.*)\n\n`([a-z-]+)`\n/.exec(file.text) ?? [];
  const blocks = codeBlocks(file);
  const only = (info: RegExp) => {
    const found = blocks.filter((block) => info.test(block.info));
    if (found.length !== 1) throw new Error(`${file.path}: ${found.length} blocks of ${info}`);
    return found[0]!;
  };
  const wrong = only(/^vtl wrong\b/);
  const event = blocks.find(({ info }) => info === "json event");
  return {
    title,
    code,
    headings: Array.from(file.text.matchAll(/^## (.*)$/gm), ([, heading = ""]) => heading),
    wrong: wrong.text,
    right: only(/^vtl right\b/).text,
    dialect: wrong.info.endsWith(" velocity") ? "velocity" : "apigateway",
    event: JSON.parse(event?.text ?? "{}") as TemplateEvent,
    message: only(/^text message$/).text,
  };
}

/** The codes of everything that is wrong with a template and its rendering, each once. */
export function codesOf(
  template: string,
  event: TemplateEvent,
  dialect: DialectName,
  clock: () => number = () => 0,
): string[] {
  const { diagnostics } = parse(template, { dialect });
  const codes = new Set(diagnostics.map(({ code }) => code));
  if (diagnostics.every(({ severity }) => severity !== "error")) {
    try {
      compile(template, { dialect }).render(event, { clock });
    } catch (error) {
      if (!(error instanceof VtlRenderError)) throw error;
      codes.add(error.code);
    }
  }
  return [...codes];
}
