import { loadGrammar } from "@apigw-vtl/test-support";
import type { TemplateHost } from "../src/index.js";

/** Grammars from node_modules, no other files. */
export const grammarHost: TemplateHost = { loadGrammar };

/** Grammars, and the given files by path. */
export function hostWithFiles(files: Readonly<Record<string, string>>): TemplateHost {
  return { ...grammarHost, readFile: async (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}
