#!/usr/bin/env node
/** Copies the screenshots that the README of the extension shows from where `npm run test:browser` has put them. */
import { copyFileSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const extension = `${root}packages/vscode-extension/`;
const pictures = readFileSync(`${extension}README.md`, "utf8").matchAll(/\]\(images\/([\w-]+\.png)\)/g);
for (const [, picture] of pictures)
  copyFileSync(`${root}.cache/screenshots/${picture}`, `${extension}images/${picture}`);
