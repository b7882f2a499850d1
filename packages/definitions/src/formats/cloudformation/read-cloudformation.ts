import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import type { ApiCandidate, DeclaredApi, Stage, Surroundings } from "../declared-api.js";
import { IMPLICIT_API, readSamApi } from "../sam/read-sam-api.js";
import { hasImplicitApi } from "../sam/read-sam-events.js";
import { reportUnsupportedSettings } from "../unsupported-settings.js";
import { CloudFormationEvaluator } from "./cloudformation-evaluator.js";
import { readFunctions } from "./read-functions.js";
import { readRestApi } from "./read-rest-api.js";
import { readSamStage, readStage } from "./read-stage.js";
import { readTables } from "./read-tables.js";
import { TemplateResources } from "./template-resources.js";

/** The REST APIs of a CloudFormation or SAM template. */
export function findApis(document: SourceDocument, evaluation: Evaluation): ApiCandidate[] {
  const evaluator = new CloudFormationEvaluator(document, evaluation);
  evaluation.evaluator = evaluator;
  const template = evaluator.withIncludes();
  return apisOf(new TemplateResources(template, evaluation, (name, at) => evaluator.condition(name, at)));
}

/** The REST APIs among resources. */
export function apisOf(resources: TemplateResources): ApiCandidate[] {
  reportWhatIsNotRun(resources);
  const around = (): Pick<Surroundings, "functions" | "tables"> => ({
    functions: readFunctions(resources),
    tables: readTables(resources),
  });
  const implicit = (): DeclaredApi & Stage => ({
    ...readSamApi(undefined, resources),
    ...readSamStage(undefined, resources),
  });
  const all = [...restApis(resources), ...(hasImplicitApi(resources) ? [{ name: IMPLICIT_API, read: implicit }] : [])];
  return all.map(({ name, read }) => ({ name, read: () => ({ ...read(), ...around() }) }));
}

const REST_APIS = [
  ["AWS::ApiGateway::RestApi", readRestApi, readStage],
  ["AWS::Serverless::Api", readSamApi, readSamStage],
] as const;

/** The REST APIs that resources declare, by their names, each with its stage. */
export function restApis(resources: TemplateResources): { readonly name: string; read(): DeclaredApi & Stage }[] {
  return REST_APIS.flatMap(([type, read, stageOf]) =>
    resources.ofType(type).map((api) => ({
      name: api.name,
      read: () => ({ ...read(api, resources), ...stageOf(api, resources) }),
    })),
  );
}

const WITH_SETTINGS = [
  ...[
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Stage",
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGateway::UsagePlan",
  ],
  "AWS::Serverless::Api",
];

function reportWhatIsNotRun(resources: TemplateResources): void {
  for (const { name, type, declared } of resources.ofType("AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi")) {
    const message = `${name} is an ${type}: HTTP and WebSocket APIs are not run here, only REST APIs`;
    declared.evaluation.report("definition-unsupported", declared, message);
  }
  for (const { name, properties } of resources.ofType("AWS::Serverless::Function")) {
    for (const { key, value } of properties?.get("Events")?.entries() ?? []) {
      if (value.get("Type")?.text() !== "HttpApi") continue;
      const message = `the event ${key} of ${name} belongs to an HTTP API, which is not run here`;
      value.evaluation.report("definition-unsupported", value, message);
    }
  }
  for (const { properties } of resources.ofType(...WITH_SETTINGS)) reportUnsupportedSettings(properties);
  reportUnsupportedSettings(resources.root.get("Globals", "Api"));
  for (const { key, value } of resources.root.get("Resources")?.entries() ?? []) {
    if (!key.startsWith("Fn::ForEach::")) continue;
    const message = `${key} is not run here; the resources that it makes are missing`;
    value.evaluation.report("definition-unsupported", value, message);
  }
}
