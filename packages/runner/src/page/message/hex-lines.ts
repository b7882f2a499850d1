const BYTES_PER_LINE = 16;
const MAX_LINES = 64;

/** Bytes that are no text, as offset, hexadecimal digits and characters; the beginning of long ones. */
export function hexLines(base64: string): readonly string[] {
  const binary = atob(base64);
  const lines = [`${binary.length} bytes that are not UTF-8 text`];
  for (let start = 0; start < binary.length && lines.length <= MAX_LINES; start += BYTES_PER_LINE) {
    const part = binary.slice(start, start + BYTES_PER_LINE);
    const hex = [...part].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");
    const shown = part.replace(/[^\x20-\x7e]/g, ".");
    lines.push(`${start.toString(16).padStart(6, "0")}  ${hex.padEnd(BYTES_PER_LINE * 3 - 1)}  ${shown}`);
  }
  const left = binary.length - MAX_LINES * BYTES_PER_LINE;
  if (left > 0) lines.push(`… ${left} bytes more`);
  return lines;
}
