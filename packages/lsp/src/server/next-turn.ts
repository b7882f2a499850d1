import type { Clock } from "../host/lsp-host.js";

/** Lets the messages that have come in be read first. */
export function nextTurn(clock: Clock): Promise<void> {
  return new Promise((resolve) => clock.after(0, resolve));
}
