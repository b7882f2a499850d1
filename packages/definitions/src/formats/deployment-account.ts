/** The account and region that ARNs and URIs are written for; no account exists behind them. */
export interface DeploymentAccount {
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
}

/** What `--parameter AWS::Region=…` says, or the values that documentation uses. */
export function deploymentAccount(parameters: ReadonlyMap<string, string>): DeploymentAccount {
  return {
    region: parameters.get("AWS::Region") ?? "us-east-1",
    accountId: parameters.get("AWS::AccountId") ?? "123456789012",
    partition: parameters.get("AWS::Partition") ?? "aws",
  };
}

/** The ARN of a function of the account. */
export const functionArn = ({ partition, region, accountId }: DeploymentAccount, name: string): string =>
  `arn:${partition}:lambda:${region}:${accountId}:function:${name}`;

/** The URI by which an integration invokes a function. */
export const invocationUri = ({ partition, region }: DeploymentAccount, arn: string): string =>
  `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;

/** The same for answers that stream: another version of Lambda's API. */
export const streamingUri = ({ partition, region }: DeploymentAccount, arn: string): string =>
  `arn:${partition}:apigateway:${region}:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations`;

/** Ten characters as in an API's host name, always the same ones for a name. */
export function apiIdOf(name: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < name.length; index++) {
    high = Math.imul(high ^ name.charCodeAt(index), 0x01000193) >>> 0;
    low = Math.imul(low ^ high, 0x85ebca6b) >>> 0;
  }
  return (high.toString(36).padStart(7, "0") + low.toString(36).padStart(7, "0")).slice(-10);
}
