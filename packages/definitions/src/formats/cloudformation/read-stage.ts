import type { Declared } from "../../source/declared.js";
import type { Stage } from "../declared-api.js";
import type { Resource, TemplateResources } from "./template-resources.js";

/**
 * The stage that an API is deployed to: a `Stage`, else the one that its `Deployment` makes, else `Prod`. `undefined`: of
 * APIs that are declared elsewhere.
 */
export function readStage(api: Resource | undefined, resources: TemplateResources): Stage {
  const ofApi = ({ properties }: Resource): boolean => resources.referred(properties, "RestApiId") === api;
  const stage = resources.ofType("AWS::ApiGateway::Stage").find(ofApi)?.properties;
  const deployments = resources.ofType("AWS::ApiGateway::Deployment").filter(ofApi);
  const deployment = deployments.find(({ properties }) => properties?.get("StageName") !== undefined)?.properties;
  const variables = stage === undefined ? deployment?.get("StageDescription", "Variables") : stage.get("Variables");
  return {
    stageName: (stage ?? deployment)?.get("StageName")?.text() ?? "Prod",
    stageVariables: variables?.texts() ?? {},
  };
}

/** The stage of an `AWS::Serverless::Api`, or (`undefined`) of the implicit one. */
export function readSamStage(api: Resource | undefined, { root }: TemplateResources): Stage {
  const globals = root.get("Globals", "Api");
  const setting = (name: string): Declared | undefined => api?.properties?.get(name) ?? globals?.get(name);
  return {
    stageName: setting("StageName")?.text() ?? "Prod",
    stageVariables: setting("Variables")?.texts() ?? {},
  };
}
