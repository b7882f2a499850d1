import type { TemplateFacts } from "@apigw-vtl/definitions";

/** An example on a rule's page: a `vtl` block, with the facts of a `json` block right before it, or the `yaml` of paths. */
export interface RuleExample {
  readonly section: string;
  readonly language: "vtl" | "yaml";
  readonly source: string;
  readonly facts: TemplateFacts | undefined;
}

export function headingsOf(page: string): readonly string[] {
  return [...withoutBlocks(page).matchAll(/^##? (.+)$/gm)].map(([, heading]) => heading!);
}

/** The examples of a page. A block's content is what stands between the fences without its last newline. */
export function examplesOf(page: string): readonly RuleExample[] {
  const examples: RuleExample[] = [];
  let section = "";
  let facts: TemplateFacts | undefined;
  for (const [, heading, language, content] of page.matchAll(/^## (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) {
      section = heading;
      facts = undefined;
    } else if (language === "json") {
      facts = JSON.parse(content!) as TemplateFacts;
    } else if (language === "vtl" || language === "yaml") {
      examples.push({ section, language, source: content!.slice(0, -1), facts });
      facts = undefined;
    }
  }
  return examples;
}

function withoutBlocks(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, "");
}
