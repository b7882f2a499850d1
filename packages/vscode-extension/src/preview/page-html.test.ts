import { expect, it } from "vitest";
import { pageHtml } from "./page-html.js";

it("the page runs no script but the one with its nonce, and loads nothing from elsewhere", () => {
  const html = pageHtml({ cspSource: "vscode-resource:", nonce: "n1", script: "a.js", style: "a.css" });
  const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(policy.split("; ").sort()).toEqual([
    "default-src 'none'",
    "script-src 'nonce-n1'",
    "style-src vscode-resource:",
  ]);
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="n1" src="a.js">']);
  expect(html).not.toMatch(/ style="| on\w+="|unsafe/);
});
