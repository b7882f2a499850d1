/** Whether a text is JSON as RFC 8259 has it, which most backends and clients insist on. Engines agree on that. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
