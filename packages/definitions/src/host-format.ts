/** How a file is read. */
export type HostFormat = "template" | "yaml" | "json" | "terraform" | "typescript" | "tsx" | "python";

const FORMATS: ReadonlyMap<string, HostFormat> = new Map([
  ["vtl", "template"],
  ["vm", "template"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["json", "json"],
  ["tf", "terraform"],
  ["ts", "typescript"],
  ["mts", "typescript"],
  ["cts", "typescript"],
  // The TSX grammar reads JavaScript, JSX included, where the TypeScript one would take `<a>b` for a cast.
  ["js", "tsx"],
  ["mjs", "tsx"],
  ["cjs", "tsx"],
  ["jsx", "tsx"],
  ["tsx", "tsx"],
  ["py", "python"],
]);

/** The extensions of files that may hold templates, without the dot. */
export const HOST_EXTENSIONS: readonly string[] = [...FORMATS.keys(), "template", "tftpl", "tpl"];

/** Whether a file is one that may hold templates, by its name. */
export const isHostName = (path: string): boolean => HOST_EXTENSIONS.includes(extensionOf(path));

/**
 * How a file reads by its name; `.template` and `.tftpl` by their first character, `.tpl` if its name says what comes of
 * it. `undefined`: no host.
 */
export function formatOf(path: string, text: string): HostFormat | undefined {
  const extension = extensionOf(path);
  if (extension === "template" || extension === "tftpl" || extension === "json") {
    if (/\.(?:vtl|vm)\.tftpl$/i.test(path)) return "template";
    return /^\s*[{[]/.test(text) || extension === "json" ? "json" : "yaml";
  }
  if (extension === "tpl") return FORMATS.get(/\.(json|ya?ml)\.tpl$/i.exec(path)?.[1]?.toLowerCase() ?? "");
  return FORMATS.get(extension);
}

/** Whether a file is source code, which has to be run to know what it declares, by its name. */
export function isProgram(path: string): boolean {
  const format = FORMATS.get(extensionOf(path));
  return format === "typescript" || format === "tsx" || format === "python";
}

const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";

/** Whether a file is one template, by its name. */
export function isTemplateFile(path: string): boolean {
  return /\.(?:vtl|vm)$/.test(path);
}

/** Events of a Serverless service have templates without such a name. */
const PROGRAM =
  /(?:request|response)_?(?:mapping_?)?templates?|gateway_?response\b|integration["']?\s*:\s*["'](?:lambda|aws|http|mock)["']/i;

/** What a file of each format has if it holds a template: most files can be passed over without being parsed. */
const SIGNS: Readonly<Record<HostFormat, RegExp>> = {
  template: /(?:)/,
  yaml: /(?:request|response)_?templates|DefinitionBody|DefinitionUri|AWS::Include|apigateway-integration|ApiGateway::Method|type:\s*["']?aws:apigateway/i,
  json: /(?:request|response)_?templates|DefinitionBody|DefinitionUri|AWS::Include|apigateway-integration|ApiGateway::Method/i,
  terraform:
    /(?:request|response)_templates|aws_api_gateway_(?:rest_api|integration)|aws_apigatewayv2_api|\$(?:input|context|util|stageVariables)\b/,
  typescript: PROGRAM,
  tsx: PROGRAM,
  python: /(?:request|response)_?(?:mapping_?)?templates?|gateway_?response\b/i,
};

/** Serverless events have a `template`. So have manifests of Kubernetes, whose charts are not even YAML. */
const EVENT_TEMPLATE = /templates?["']?\s*:/i;
const MANIFEST = [/^apiVersion\s*:/m, /^kind\s*:/m] as const;

/** A path or an operation of an OpenAPI document that stands in another file. */
const SPLIT = /["']?\$ref["']?\s*:\s*["']?[^\s"'#]/;
const PATHS = /["']?\bpaths["']?\s*:/;

/** Whether a file, or one that it names, may hold a template, or an integration, at all. */
export function mayHoldTemplates(text: string, format: HostFormat): boolean {
  if (SIGNS[format].test(text)) return true;
  if (format === "yaml" && EVENT_TEMPLATE.test(text) && !MANIFEST.every((sign) => sign.test(text))) return true;
  return (format === "yaml" || format === "json") && PATHS.test(text) && SPLIT.test(text);
}
