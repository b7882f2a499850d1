import { LineIndex } from "@apigw-vtl/compiler";
import type { ConfigHost } from "@apigw-vtl/linter";
import { InputError } from "../failure.js";
import { checkJson } from "../json/check-json.js";

/** A parser of configuration files, JSON or YAML by their names; its errors tell the place. */
export async function configParser(): Promise<ConfigHost["parse"]> {
  const { parseYaml } = await import("../documents/parse-yaml.js");
  return (path, text) => {
    if (!/\.ya?ml$/.test(path)) return parseJson(text);
    try {
      return parseYaml({ name: path, text });
    } catch (error) {
      if (!(error instanceof InputError) || error.location === undefined) throw error;
      throw new Error(`${error.message} (${placeIn(text, error.location.range.start)})`, { cause: error });
    }
  };
}

function parseJson(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  const problem = checkJson(json);
  if (problem === undefined) return JSON.parse(json);
  throw new Error(`not JSON: ${problem.message} (${placeIn(json, problem.start)})`);
}

function placeIn(text: string, offset: number): string {
  const { line, column } = new LineIndex(text).position(offset);
  return `line ${line}, column ${column}`;
}
