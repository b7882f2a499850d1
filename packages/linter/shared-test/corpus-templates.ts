import type { Range } from "@apigw-vtl/compiler";
import { type ProofResult, prove } from "../src/prover/index.js";
import { readLines } from "./shared-folder.js";

export interface CorpusTemplate {
  readonly id: string;
  readonly repo: string;
  readonly path: string;
  /** `framework`: a piece that a program puts together with others. */
  readonly tier: "app" | "docs" | "framework";
  readonly template: string;
  readonly direction: "request" | "response" | "unknown";
  readonly contentType?: string | null;
  /** `AWS:dynamodb`, `dynamodb`, `MOCK`. */
  readonly integration?: string | null;
}

export function readCorpus(): readonly CorpusTemplate[] {
  return readLines<CorpusTemplate>("corpus/templates.jsonl");
}

/** Proves a template as the host has it. */
export function proveCorpusTemplate({ template, direction, contentType }: CorpusTemplate): ProofResult {
  const facts = {
    ...(direction === "unknown" ? {} : { direction }),
    ...(contentType ? { contentType } : {}),
  };
  return prove(template, { facts, holes: holesOf(template) });
}

/** The corpus writes `PLACEHOLDER1` where the host fills something in. */
export function holesOf(template: string): readonly Range[] {
  return [...template.matchAll(/PLACEHOLDER\d+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
