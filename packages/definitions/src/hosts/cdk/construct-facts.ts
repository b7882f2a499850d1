import type { Node } from "web-tree-sitter";
import { readIntegration } from "../../facts/read-integration.js";
import type { IntegrationFacts, TemplateFacts } from "../../facts/template-facts.js";
import type { HostMap } from "../../tree/host-node.js";
import { valueAt } from "../../tree/lookup.js";
import { displayText, type TextContext } from "../../tree/node-text.js";

/** Integration types by the name of the CDK construct, without its proxy variant. */
const CONSTRUCT_TYPES: ReadonlyMap<string, string> = new Map([
  ["AwsIntegration", "AWS"],
  ["LambdaIntegration", "AWS"],
  ["SagemakerIntegration", "AWS"],
  ["StepFunctionsIntegration", "AWS"],
  ["HttpIntegration", "HTTP"],
  ["MockIntegration", "MOCK"],
]);
/** Lambda and HTTP integrations are proxies unless they say `proxy: false`. */
const PROXY_BY_DEFAULT: ReadonlySet<string> = new Set(["LambdaIntegration", "HttpIntegration"]);

/** What the construct around a template says of the integration; `around` are the nodes around it, inside out. */
export function constructFacts(
  around: Iterable<Node>,
  readObject: (node: Node) => HostMap,
  context: TextContext,
): Pick<TemplateFacts, "integration" | "gatewayResponse"> {
  const objects: HostMap[] = [];
  let construct: string | undefined;
  for (const node of around) {
    if (node.type === "object" || node.type === "dictionary" || node.type === "argument_list") {
      objects.push(readObject(node));
    }
    const name = constructName(node);
    if (name === undefined) continue;
    // Option objects may be constructed themselves: IntegrationOptions(...) inside AwsIntegration(...).
    if (CONSTRUCT_TYPES.has(name) || /^(?:Cfn)?(?:Integration|Method)$/.test(name)) {
      construct = name;
      break;
    }
    // `Response` is Pulumi's.
    if (/^(?:Cfn)?(?:Gateway)?Response$/.test(name)) return { gatewayResponse: gatewayResponse(objects, context) };
    if (/Stack$|Construct$|Api$/.test(name)) break;
  }
  const merged = mergeObjects(objects);
  if (construct === undefined && objects.length === 0) return {};
  return { integration: withConstruct(readIntegration(merged, context), construct, merged, context) };
}

function gatewayResponse(objects: readonly HostMap[], context: TextContext) {
  const merged = mergeObjects(objects);
  const statusCode = displayText(valueAt(merged, "statusCode"), context);
  return {
    responseType: displayText(valueAt(merged, "responseType"), context) ?? "",
    ...(statusCode !== undefined && { statusCode }),
  };
}

/** Inner objects win: a response template's own object comes before the integration's. */
function mergeObjects(objects: readonly HostMap[]): HostMap {
  const entries = objects.flatMap((object) => object.entries);
  return { kind: "map", entries, start: objects[0]?.start ?? 0, end: objects.at(-1)?.end ?? 0 };
}

function constructName(node: Node): string | undefined {
  const callee =
    node.type === "new_expression"
      ? node.childForFieldName("constructor")
      : node.type === "call"
        ? node.childForFieldName("function")
        : null;
  return /(\w+)$/.exec(callee?.text ?? "")?.[1];
}

function withConstruct(
  read: IntegrationFacts,
  construct: string | undefined,
  options: HostMap,
  context: TextContext,
): IntegrationFacts {
  const declared = displayText(valueAt(options, "type"), context)?.replace(/[<>]/g, "").split(".").at(-1);
  const base = CONSTRUCT_TYPES.get(construct ?? "") ?? declared?.toUpperCase();
  const option = valueAt(options, "proxy");
  const asked = option?.kind === "scalar" && typeof option.value === "boolean" ? option.value : undefined;
  const proxy = base?.endsWith("_PROXY") || (asked ?? PROXY_BY_DEFAULT.has(construct ?? ""));
  const type = base !== undefined && proxy && !base.endsWith("_PROXY") ? `${base}_PROXY` : base;
  const service = construct === "LambdaIntegration" ? "lambda" : displayText(valueAt(options, "service"), context);
  const action = displayText(valueAt(options, "action"), context);
  // `PassthroughBehavior.NEVER` reads as an expression.
  const passthrough = read.passthroughBehavior?.replace(/[<>]/g, "").split(".").at(-1);
  return {
    ...read,
    ...(type !== undefined && { type }),
    proxy,
    ...(service !== undefined && { service }),
    ...(action !== undefined && { action }),
    ...(passthrough !== undefined && { passthroughBehavior: passthrough }),
  };
}
