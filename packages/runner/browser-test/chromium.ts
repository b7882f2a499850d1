import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian installs it; `.ci/install-browser` does. */
const EXECUTABLE = "/usr/bin/chromium";

/** True when Chromium is there. In CI it must be: without it these suites fail there instead of passing unseen. */
export function hasChromium(): boolean {
  const found = existsSync(EXECUTABLE);
  if (!found && process.env.CI) throw new Error(`${EXECUTABLE} is missing, and CI needs it`);
  if (!found) console.warn(`${EXECUTABLE} is missing (.ci/install-browser installs it): the page is not tested`);
  return found;
}

/** As root it has no sandbox; the rest keeps it from asking the network for anything of its own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}
