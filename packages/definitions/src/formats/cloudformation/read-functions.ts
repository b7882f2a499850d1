import type { FunctionDefinition } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { readFunctionSettings } from "../read-resource.js";
import type { Resource, TemplateResources } from "./template-resources.js";

/** The Lambda functions of a template, by the name that their ARNs end with. */
export function readFunctions(resources: TemplateResources): Record<string, FunctionDefinition> {
  const globals = resources.root.get("Globals", "Function");
  const functions = [
    ...resources.ofType("AWS::Serverless::Function").map((resource) => readFunction(resource, globals)),
    ...resources.ofType("AWS::Lambda::Function").map((resource) => readFunction(resource, undefined)),
  ];
  return Object.fromEntries(functions.map((definition) => [definition.name, definition]));
}

/** The name under which a function is deployed. */
export function functionName({ name, properties }: Resource): string {
  return properties?.get("FunctionName")?.text() ?? name;
}

/** `globals` are SAM's settings for all functions. */
function readFunction(resource: Resource, globals: Declared | undefined): FunctionDefinition {
  const { properties } = resource;
  const setting = (key: string): Declared | undefined => properties?.get(key) ?? globals?.get(key);
  // What CDK has made says there where the code lies that it uploads.
  const asset = resource.declared.get("Metadata")?.entry("aws:asset:path");
  const codeUri = codeFolder(setting("CodeUri") ?? properties?.get("Code")) ?? codeFolder(asset);
  const inline = properties?.get("InlineCode") ?? properties?.get("Code", "ZipFile");
  if (inline !== undefined) {
    const message = `the code of ${resource.name} stands in the template, which is not run here; it is a stub`;
    inline.evaluation.report("definition-unsupported", inline, message, "put it into a file and name its folder");
  }
  const name = functionName(resource);
  return {
    name,
    ...(name !== resource.name && { logicalId: resource.name }),
    ...readFunctionSettings(setting),
    ...(codeUri !== undefined && { codeUri }),
    environment: {
      ...globals?.get("Environment", "Variables")?.texts(),
      ...properties?.get("Environment", "Variables")?.texts(),
    },
  };
}

/** A folder of this machine; code in a bucket is not here. */
function codeFolder(declared: Declared | undefined): string | undefined {
  const text = declared?.text();
  return text === undefined || /^[a-z][a-z0-9+.-]+:\/\//i.test(text) ? undefined : text;
}
