/** The service and action of `arn:aws:apigateway:REGION:SERVICE:action/NAME` (or `:path/...`). */
export function readIntegrationUri(uri: string): { service?: string; action?: string } {
  const match = /^arn:[^:]*:apigateway:(?:<[^>]*>|[^:]*):([^:/]+):(action|path)\/(.*)$/s.exec(uri.trim());
  if (match === null) {
    return /^arn:[^:]*:lambda:|:lambda:path\//.test(uri) ? { service: "lambda" } : {};
  }
  const service = match[1]!.split(".").at(-1)!;
  if (match[2] !== "action") return { service };
  const action = /^(?:[^&]*[?&]Action=)?([\w]+)/.exec(match[3]!)?.[1];
  return action === undefined ? { service } : { service, action };
}
