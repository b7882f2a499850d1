/** What templates are for, by the key of their map: `requestTemplates`, `response_templates`, in any case. */
export function directionOfMap(key: string): "request" | "response" | undefined {
  const [, direction] = /^(request|response)_?templates$/i.exec(key) ?? [];
  return direction === undefined ? undefined : directionOf(direction);
}

/** The direction that a word such as `Request` names. */
export function directionOf(word: string): "request" | "response" {
  return word.toLowerCase() === "request" ? "request" : "response";
}
