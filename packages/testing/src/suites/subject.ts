import {
  type ApiDefinition,
  addressAmong,
  DefinitionFiles,
  type FoundTemplate,
  findTemplates,
  type MappingTemplate,
  mergeTemplates,
  templatesAt,
} from "@apigw-vtl/definitions";
import { BrokenCase, readNamedFile, type TestHost } from "../run/test-host.js";
import { TestedTemplate } from "../run/tested-template.js";
import { type DeployedApi, isTemplateAt, mappingTemplates, readDeployedApi } from "./deployed-api.js";

/** A file with templates that are tested. */
export class Subject {
  readonly file: string;
  readonly text: string;
  readonly #api: DeployedApi | undefined;
  readonly #found: readonly FoundTemplate[];
  readonly #tested: ReadonlyMap<FoundTemplate, TestedTemplate>;

  private constructor(
    { path, text }: { readonly path: string; readonly text: string },
    api: DeployedApi | undefined,
    tested: ReadonlyMap<FoundTemplate, TestedTemplate>,
  ) {
    this.file = path;
    this.text = text;
    this.#api = api;
    this.#found = [...tested.keys()];
    this.#tested = tested;
  }

  /** `parameters` are values that only the deployment knows. Rejects with a `BrokenCase` if the file is not there. */
  static async read(path: string, parameters: Readonly<Record<string, string>>, host: TestHost): Promise<Subject> {
    const file = { path, text: await readNamedFile(path, host) };
    const { templates } = await findTemplates(file, host, new DefinitionFiles());
    const api = await readDeployedApi(file, parameters, host);
    const deployed = api?.definition === undefined ? [] : mappingTemplates(api.definition);
    const dialect = (await host.dialectOf?.(path)) ?? "apigateway";
    const vtl = mergeTemplates(templates).filter(({ facts }) => facts.gatewayResponse === undefined);
    const tested = vtl.map((found) => {
      const own = deployed.find((template) => isTemplateAt(template, found));
      return [found, new TestedTemplate(found, own, { dialect, counts: host.counts === true })] as const;
    });
    return new Subject(file, api, new Map(tested));
  }

  get templates(): readonly TestedTemplate[] {
    return [...this.#tested.values()];
  }

  /** The API that the file declares. Throws a `BrokenCase`. */
  get definition(): ApiDefinition {
    const { definition, problems = [] } = this.#api ?? {};
    if (definition !== undefined) return definition;
    const [problem] = problems.filter(({ severity }) => severity === "error");
    throw new BrokenCase(
      problem === undefined ? `${this.file} declares no REST API` : `${this.file} cannot be run: ${problem.message}`,
      problem?.hint,
    );
  }

  /** The tested template that a template of the API is. */
  tested(template: MappingTemplate): TestedTemplate | undefined {
    const found = this.#found.find((one) => isTemplateAt(template, one));
    const tested = found && this.#tested.get(found);
    return tested?.text === template.text ? tested : undefined;
  }

  /** What `at` finds a template by. */
  addressOf({ found }: TestedTemplate): string {
    return addressAmong(found, this.#found);
  }

  /** The one template that an address means. Throws a `BrokenCase`. */
  at(address: string): TestedTemplate {
    const candidates = address === "" ? this.#found : templatesAt(address, this.#found);
    const [template] = candidates;
    const tested = template && this.#tested.get(template);
    if (tested !== undefined && candidates.length === 1) return tested;
    const names = (candidates.length === 0 ? this.#found : candidates).map((found) => addressAmong(found, this.#found));
    const place = address === "" ? "" : ` at ${address}`;
    if (names.length === 0) throw new BrokenCase(`${this.file} has no template${place}`);
    const count = candidates.length === 0 ? "no template" : `${candidates.length} templates`;
    throw new BrokenCase(`${this.file} has ${count}${place}`, `template is one of ${names.slice(0, 10).join(", ")}`);
  }
}
