import { loadGrammar } from "@apigw-vtl/test-support";
import type { ApiDefinition, Route } from "../api-definition.js";
import { type DefinitionOptions, readDefinition } from "../read-definition.js";

/** A definition read from texts in memory; the first one is named by the user, the others are there to be referred to. */
export interface ReadApi {
  /** Throws if there is none. */
  readonly definition: ApiDefinition;
  /** `code [what is marked] message`, in the order that they were met. */
  readonly problems: readonly string[];
  readonly files: readonly string[];
  /** The route of a method and path, `GET /pets`. Throws if there is none. */
  route(name: string): Route;
}

/** Reads `files`, by path. */
export async function readApi(files: Readonly<Record<string, string>>, options?: DefinitionOptions): Promise<ReadApi> {
  const [[path, text] = ["", ""]] = Object.entries(files);
  const terraform = Object.entries(files).filter(([name]) => name.endsWith(".tf"));
  const named = terraform.length > 0 ? terraform.map(([name, each]) => ({ path: name, text: each })) : [{ path, text }];
  const host = {
    readFile: async (other: string) => files[other],
    loadGrammar,
  };
  const result = await readDefinition(named, host, options);
  const problems = result.problems.map(({ file, range, code, message }) => {
    const marked = (files[file] ?? "").slice(range.start, range.end).split("\n")[0];
    return `${code} [${marked}] ${message}`;
  });
  const definition = (): ApiDefinition => {
    if (result.definition === undefined) throw new Error(`no definition: ${problems.join("\n")}`);
    return result.definition;
  };
  return {
    get definition() {
      return definition();
    },
    problems,
    files: result.files,
    route(name) {
      const found = definition().routes.find(({ httpMethod, path: at }) => `${httpMethod} ${at}` === name);
      if (found === undefined) throw new Error(`no route ${name}`);
      return found;
    },
  };
}
