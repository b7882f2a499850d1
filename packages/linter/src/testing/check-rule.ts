import type { Range } from "@apigw-vtl/compiler";
import {
  findTemplates,
  type Integration,
  type IntegrationFacts,
  type IntegrationResponse,
  type Route,
  type TemplateFacts,
} from "@apigw-vtl/definitions";
import type { Finding } from "../finding.js";
import { applyFixes } from "../fix.js";
import { lintRoutes } from "../lint-routes.js";
import type { IntegrationRule, OptionValue, TemplateRule } from "../rule.js";
import { runRules } from "../run-rules.js";

export interface CheckSettings {
  readonly facts?: TemplateFacts;
  readonly holes?: readonly Range[];
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** What one rule finds in a template, in order of place. */
export function check(
  rule: TemplateRule,
  source: string,
  { facts, holes = [], options }: CheckSettings = {},
): readonly Finding[] {
  const { findings } = runRules({
    source,
    holes,
    rules: [{ rule, level: rule.meta.level, options: options ?? {} }],
    ...(facts && { facts }),
  });
  return findings.filter(({ ruleId }) => ruleId === rule.meta.id);
}

/** The text under each squiggle. */
export function highlights(rule: TemplateRule, source: string, settings?: CheckSettings): readonly string[] {
  return check(rule, source, settings).map(({ range }) => source.slice(range.start, range.end));
}

/** The template with every fix of the rule in it. */
export function fixOf(rule: TemplateRule, source: string, settings?: CheckSettings): string {
  return applyFixes(source, check(rule, source, settings), { unsafe: true }).source;
}

/** Facts of an integration that is mapped by templates; `changes` replace the defaults. */
export function factsOf({ integration, ...changes }: FactChanges = {}): TemplateFacts {
  return {
    direction: "request",
    apiType: "REST",
    contentType: "application/json",
    ...changes,
    integration: {
      type: "AWS",
      proxy: false,
      requestParameters: {},
      requestTemplates: ["application/json"],
      responses: [],
      ...integration,
    },
  };
}

type FactChanges = Omit<TemplateFacts, "integration"> & { readonly integration?: Partial<IntegrationFacts> };

/** What a rule says of an integration that is like a function's but for `changes`; `method` is what the method declares. */
export function messagesOf(
  rule: IntegrationRule,
  changes: Partial<Integration> = {},
  method: Partial<Route> = {},
): readonly string[] {
  const integration: Integration = {
    type: "AWS",
    place: { file: "", range: { start: 0, end: 0 } },
    uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations",
    passthroughBehavior: "WHEN_NO_MATCH",
    requestParameters: {},
    requestTemplates: [],
    timeoutInMillis: 29_000,
    responses: [],
    ...changes,
  };
  const route: Route = {
    path: "/a",
    httpMethod: "GET",
    apiKeyRequired: false,
    authorizationScopes: [],
    validator: { body: false, parameters: false },
    requestParameters: [],
    requestModels: {},
    methodResponses: [],
    integration,
    ...method,
  };
  const active = [{ rule, level: rule.meta.level, options: {} }];
  return lintRoutes([{ apiType: "REST", route }], () => "", active).map(({ message }) => message);
}

/** An integration response that is chosen by a pattern. */
export function chosenBy(selectionPattern: string, statusCode = "400"): IntegrationResponse {
  return { statusCode, selectionPattern, responseParameters: {}, responseTemplates: [] };
}

/** What a rule finds in the paths of an OpenAPI document: the text of the place, and the message. */
export async function checkPaths(
  rule: IntegrationRule,
  paths: string,
): Promise<readonly { readonly at: string; readonly message: string }[]> {
  const text = `openapi: 3.0.1\ninfo: {title: api, version: "1"}\npaths:\n${paths.replace(/^/gm, "  ")}`;
  const { routes } = await findTemplates({ path: "api.yaml", text });
  const active = [{ rule, level: rule.meta.level, options: {} }];
  return lintRoutes(routes, () => text, active).map(({ message, place: { range } }) => ({
    at: text.slice(range.start, range.end),
    message,
  }));
}
