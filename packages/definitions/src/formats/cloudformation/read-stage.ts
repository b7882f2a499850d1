import type { Surroundings } from "../declared-api.js";
import type { Resource, TemplateResources } from "./template-resources.js";

type Stage = Pick<Surroundings, "stageName" | "stageVariables">;

/** The stage that an API is deployed to: a `Stage`, else what its `Deployment` says, else `Prod`. */
export function readStage(api: Resource, resources: TemplateResources): Stage {
  const ofApi = ({ properties }: Resource): boolean => resources.referred(properties, "RestApiId") === api;
  const stage = resources.ofType("AWS::ApiGateway::Stage").find(ofApi)?.properties;
  const deployments = resources.ofType("AWS::ApiGateway::Deployment").filter(ofApi);
  const deployment = deployments.find(({ properties }) => properties?.get("StageName") !== undefined)?.properties;
  return {
    stageName: (stage ?? deployment)?.get("StageName")?.text() ?? "Prod",
    stageVariables: {
      ...deployment?.get("StageDescription", "Variables")?.texts(),
      ...stage?.get("Variables")?.texts(),
    },
  };
}
