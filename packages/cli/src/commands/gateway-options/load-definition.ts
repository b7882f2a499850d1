import { type ApiDefinition, type FileText, type ProjectReader, readDefinition } from "@apigw-vtl/definitions";
import { lintRoutes } from "@apigw-vtl/linter";
import { type Locate, locateIn } from "@apigw-vtl/runner";
import type { InputReader } from "../../io/input-reader.js";
import { grammarLoader } from "../../project/load-grammar.js";
import type { Session } from "../../session.js";
import type { Problem } from "../../terminal/problem.js";
import type { GatewayPlan } from "./gateway-plan.js";
import { problemInDefinition } from "./problem-in-definition.js";
import { readApiFiles } from "./read-api-files.js";

/** An API as its files and the flags declare it. */
export interface LoadedDefinition {
  /** Absent if there is an error among the problems. */
  readonly definition?: ApiDefinition;
  readonly problems: readonly Problem[];
  /** The files that were read. */
  readonly files: readonly string[];
  /** Files that they name and that could not be read. */
  readonly missing: readonly string[];
  /** Lines and columns of places in them. */
  readonly locate: Locate;
}

/** Reads the API at a path. Throws an `InputError` if that cannot be read. */
export async function loadDefinition(
  path: string,
  { api, parameters, stageVariables }: GatewayPlan,
  inputs: InputReader,
  reader: ProjectReader,
  { io }: Session,
): Promise<LoadedDefinition> {
  const files = await readApiFiles(path, reader, inputs, io);
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const readFile = async (other: string): Promise<FileText> => {
    const text = await reader.read(other);
    if (typeof text === "string") texts.set(other, text);
    return text;
  };
  const host = { readFile, loadGrammar: grammarLoader(io) };
  const result = await readDefinition(files, host, {
    parameters,
    ...(api !== undefined && { api }),
  });
  const { definition } = result;
  const textOf = (file: string) => texts.get(file) ?? "";
  const routes = (definition?.routes ?? []).map((route) => ({ apiType: "REST" as const, route }));
  return {
    problems: [
      ...result.problems.map((problem) => problemInDefinition(problem, textOf(problem.file))),
      // Of what the rules find a deployment may fail; here it runs all the same.
      ...lintRoutes(routes, textOf).map(({ ruleId, message, place: { file, range } }): Problem => {
        return { code: ruleId, severity: "warning", message, location: { name: file, text: textOf(file), range } };
      }),
    ],
    files: result.files,
    missing: result.missing,
    locate: locateIn(texts),
    ...(definition && {
      definition: { ...definition, stageVariables: { ...definition.stageVariables, ...stageVariables } },
    }),
  };
}
