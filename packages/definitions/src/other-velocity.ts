import type { FoundTemplate } from "./found-template.js";

/** What AppSync's resolvers have and mapping templates of API Gateway have not. */
const APPSYNC =
  /\$!?\{?(?:ctx\b|context\.(?:args|arguments|result|prev|source|stash)\b|utils?\.(?:autoId|qr|quiet|error|appendError|unauthorized|isNull\w*|defaultIfNull\w*|toJson|dynamodb|time|list|map|transform|rds|http|str|math|xml|validate|matches)\b)|#return\b/;

/** What API Gateway hands to a template. */
const API_GATEWAY = /\$!?\{?(?:input|context|util|stageVariables|method)\b/;

/** What pages are made of. API Gateway refuses to read other files. */
const PAGE = /#(?:parse|include)\s*\(|<(?:!doctype|html|body)\b/i;

/**
 * What a template is that is none of API Gateway's, in a sentence; `undefined` of all that may be one. A template in an
 * integration is one, whatever it says.
 */
export function otherVelocity({ text, facts }: FoundTemplate): string | undefined {
  const { integration, gatewayResponse, contentType } = facts;
  if (integration !== undefined || gatewayResponse !== undefined || contentType !== undefined) return undefined;
  const sign = APPSYNC.exec(text)?.[0];
  if (sign !== undefined) return `This is a resolver's template of AppSync, by its ${sign}`;
  const page = API_GATEWAY.test(text) ? undefined : PAGE.exec(text)?.[0];
  return page === undefined ? undefined : `This is a page of plain Velocity, by its ${page}`;
}
