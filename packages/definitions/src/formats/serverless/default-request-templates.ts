import type { MappingTemplate, Place } from "../../api-definition.js";

/**
 * The request templates that the framework gives a `lambda` integration: an event with the body, the maps of the request
 * and what the caller is. In our words, with the same variables and assignments: what a name without a value prints
 * depends on them (serverless 3.40, `method/integration.js`).
 */
export function defaultRequestTemplates(claims: readonly string[], place: Place): MappingTemplate[] {
  const event = eventTemplate(claims);
  return [
    { contentType: "application/json", text: `#set($body = $input.json("$"))\n${event}`, place },
    { contentType: "application/x-www-form-urlencoded", text: `${FORM_BODY}\n${event}`, place },
  ];
}

const FORM_BODY = `#define($body)
{#foreach($token in $input.path('$').split('&'))
#set($keyVal = $token.split('='))#set($keyValSize = $keyVal.size())
#if($keyValSize >= 1)
#set($key = $util.escapeJavaScript($util.urlDecode($keyVal[0])))
#if($keyValSize >= 2)
#set($val = $util.escapeJavaScript($util.urlDecode($keyVal[1])).replaceAll("\\\\'", "'"))
#else
#set($val = '')
#end
"$key": "$val"#if($foreach.hasNext),#end
#end
#end
}
#end`;

/** The maps of the event in the order that the framework prints them. */
const MAPS: readonly (readonly [name: string, source: string])[] = [
  ["enhancedAuthContext", "$context.authorizer"],
  ["headers", "$input.params().header"],
  ["query", "$input.params().querystring"],
  ["path", "$input.params().path"],
  ["identity", "$context.identity"],
  ["stageVariables", "$stageVariables"],
];

function eventTemplate(claims: readonly string[]): string {
  const pool = [...claims.map(claimMember), '"sub": "$context.authorizer.claims.sub"'];
  return `#define($loop)
{#foreach($key in $map.keySet())
#set($k = $util.escapeJavaScript($key))
#set($v = $util.escapeJavaScript($map.get($key)).replaceAll("\\\\'", "'"))
"$k": "$v"#if($foreach.hasNext),#end
#end
}
#end
{
  "body": $body,
  "method": "$context.httpMethod",
  "principalId": "$context.authorizer.principalId",
  "stage": "$context.stage",
  "cognitoPoolClaims": {${pool.join(", ")}},
${MAPS.map(([name, source]) => `#set($map = ${source})\n  "${name}": $loop,\n`).join("")}  "requestPath": "$context.resourcePath"
}`;
}

/** `custom:tenant` is the member `tenant`. */
function claimMember(claim: string): string {
  const colon = claim.indexOf(":");
  if (colon === -1) return `"${claim}": "$context.authorizer.claims.${claim}"`;
  return `"${claim.slice(colon + 1)}": "$context.authorizer.claims['${claim}']"`;
}
