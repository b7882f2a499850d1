import type { TemplateEvent } from "@apigw-vtl/compiler";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const texts = ["a", "", '"', "\\", "'", "a b", "\n", "1", "true", "é😀", '{"k":"v"}', "</a>&b=c", "  x  "];

/**
 * Requests made of the words of a template and nothing else: the formatter's own idea of what a template reads has no
 * part in them. The same ones for the same seed.
 */
export function wordEvents(template: string, count: number): readonly TemplateEvent[] {
  const words = [...new Set(template.match(/[A-Za-z_][\w-]*/g) ?? []), "zz"];
  let state = 12345;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const word = (): string => words[below(words.length)] ?? "zz";
  const text = (): string => texts[below(texts.length)] ?? "";
  const object = <Member>(size: number, member: () => Member): Record<string, Member> =>
    Object.fromEntries(Array.from({ length: below(size) }, () => [word(), member()]));
  const json = (depth: number): Json => {
    const kind = below(depth > 3 ? 4 : 8);
    if (kind < 2) return text();
    if (kind < 4) return [null, true, 0, -1.5, 1e21, 7][below(6)] ?? null;
    return kind < 6 ? Array.from({ length: below(4) }, () => json(depth + 1)) : object(12, () => json(depth + 1));
  };
  return Array.from({ length: count }, (_, i) => ({
    ...(i % 9 !== 0 && { body: JSON.stringify(i % 5 === 0 ? json(0) : object(30, () => json(1))) }),
    headers: object(8, text),
    querystring: object(8, text),
    path: object(8, text),
    stageVariables: object(5, text),
    context: {
      requestId: "r",
      stage: "dev",
      identity: object(8, text),
      authorizer: object(8, text),
      ...object(4, text),
    },
  }));
}
