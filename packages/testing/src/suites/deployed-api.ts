import {
  type ApiDefinition,
  type DefinitionFile,
  type DefinitionProblem,
  definitionFiles,
  type FoundTemplate,
  formatOf,
  type MappingTemplate,
  readDefinition,
} from "@apigw-vtl/definitions";
import type { TestHost } from "../run/test-host.js";

/** An API as its files declare it. */
export interface DeployedApi {
  /** Absent if the files declare none that could be run. */
  readonly definition?: ApiDefinition;
  /** Why. */
  readonly problems: readonly DefinitionProblem[];
}

/** Reads the API that a file declares, a Terraform file with those beside it; `undefined` for files of other kinds. */
export async function readDeployedApi(
  file: DefinitionFile,
  parameters: Readonly<Record<string, string>>,
  host: TestHost,
): Promise<DeployedApi | undefined> {
  const format = formatOf(file.path, file.text);
  if (format !== "yaml" && format !== "json" && format !== "terraform") return undefined;
  return readDefinition(await definitionFiles(file, host), host, { parameters });
}

/** The mapping templates of an API. */
export function mappingTemplates({ routes }: ApiDefinition): readonly MappingTemplate[] {
  return routes.flatMap(({ integration }) => [
    ...(integration?.requestTemplates ?? []),
    ...(integration?.responses.flatMap(({ responseTemplates }) => responseTemplates) ?? []),
  ]);
}

/** Whether a template of an API is the one that was found in a file: its value is around the characters of the other. */
export function isTemplateAt({ place, text }: MappingTemplate, found: FoundTemplate): boolean {
  if (found.referredFrom !== undefined) return text === found.text;
  const { start, end } = found.range;
  return place !== undefined && place.file === found.file && place.range.start <= start && end <= place.range.end;
}
