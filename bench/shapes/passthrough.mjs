/**
 * (c) The constructs of the console's "Method Request passthrough" template, in our words: the body as it is, all
 * parameters and stage variables by two nested loops over maps, and a list of context values.
 */
export const passthrough = {
  id: "passthrough",
  title: "method request passthrough",
  calls: 1700,
  template: `##  Hands the whole request on to the integration as one JSON document: its body as it came,
##  its parameters by their place, the variables of the stage, and who is calling from where.
#set($everything = $input.params())
{
"body-json" : $input.json('$'),
"params" : {
#foreach($place in $everything.keySet())
    #set($found = $everything.get($place))
"$place" : {
    #foreach($name in $found.keySet())
    "$name" : "$util.escapeJavaScript($found.get($name))"
        #if($foreach.hasNext),#end
    #end
}
    #if($foreach.hasNext),#end
#end
},
"stage-variables" : {
#foreach($name in $stageVariables.keySet())
"$name" : "$util.escapeJavaScript($stageVariables.get($name))"
    #if($foreach.hasNext),#end
#end
},
"context" : {
    "account-id" : "$context.identity.accountId",
    "api-id" : "$context.apiId",
    "api-key" : "$context.identity.apiKey",
    "authorizer-principal-id" : "$context.authorizer.principalId",
    "caller" : "$context.identity.caller",
    "cognito-authentication-provider" : "$context.identity.cognitoAuthenticationProvider",
    "cognito-authentication-type" : "$context.identity.cognitoAuthenticationType",
    "cognito-identity-id" : "$context.identity.cognitoIdentityId",
    "cognito-identity-pool-id" : "$context.identity.cognitoIdentityPoolId",
    "http-method" : "$context.httpMethod",
    "stage" : "$context.stage",
    "source-ip" : "$context.identity.sourceIp",
    "user" : "$context.identity.user",
    "user-agent" : "$context.identity.userAgent",
    "user-arn" : "$context.identity.userArn",
    "request-id" : "$context.requestId",
    "resource-id" : "$context.resourceId",
    "resource-path" : "$context.resourcePath"
    }
}
`,
  event: {
    body: JSON.stringify({ action: "rename", target: { kind: "folder", id: 417 }, tags: ["a", "b"], dryRun: false }),
    headers: {
      Accept: "application/json",
      "Accept-Encoding": "gzip, deflate, br",
      "Content-Type": "application/json",
      Host: "abc123defg.execute-api.eu-west-1.amazonaws.com",
      "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
      "X-Forwarded-For": "203.0.113.7, 198.51.100.3",
      "X-Forwarded-Proto": "https",
    },
    querystring: { page: "2", sort: "name" },
    path: { folder: "417" },
    stageVariables: { backend: "orders.internal", table: "Orders", greeting: 'say "hi"' },
    context: {
      apiId: "abc123defg",
      httpMethod: "POST",
      requestId: "7b1c2a54-0f6e-4c55-9d5e-3a1a8b6f0c11",
      resourceId: "x7k2",
      resourcePath: "/folders/{folder}",
      stage: "prod",
      authorizer: { principalId: "user-17" },
      identity: {
        accountId: "111122223333",
        apiKey: "key-1",
        caller: "AIDACALLER",
        cognitoAuthenticationProvider: "provider",
        cognitoAuthenticationType: "authenticated",
        cognitoIdentityId: "eu-west-1:1",
        cognitoIdentityPoolId: "eu-west-1:2",
        sourceIp: "203.0.113.7",
        user: "AIDAUSER",
        userAgent: "Mozilla/5.0",
        userArn: "arn:aws:iam::111122223333:user/ada",
      },
    },
  },
  render(event, escapeJavaScript) {
    const places = { path: event.path, querystring: event.querystring, header: event.headers };
    const placeNames = Object.keys(places);
    let params = "";
    for (const [i, place] of placeNames.entries()) {
      const names = Object.keys(places[place]);
      params += `"${place}" : {\n    `;
      for (const [j, name] of names.entries()) {
        params += `    "${name}" : "${escapeJavaScript(places[place][name])}"\n`;
        params += `        ${j < names.length - 1 ? "," : ""}    `;
      }
      params += `}\n    ${i < placeNames.length - 1 ? "," : ""}`;
    }
    const names = Object.keys(event.stageVariables);
    let variables = "";
    for (const [i, name] of names.entries()) {
      variables += `"${name}" : "${escapeJavaScript(event.stageVariables[name])}"\n`;
      variables += `    ${i < names.length - 1 ? "," : ""}`;
    }
    const { context } = event;
    const { identity, authorizer } = context;
    return `{
"body-json" : ${JSON.stringify(JSON.parse(event.body))},
"params" : {
${params}},
"stage-variables" : {
${variables}},
"context" : {
    "account-id" : "${identity.accountId}",
    "api-id" : "${context.apiId}",
    "api-key" : "${identity.apiKey}",
    "authorizer-principal-id" : "${authorizer.principalId}",
    "caller" : "${identity.caller}",
    "cognito-authentication-provider" : "${identity.cognitoAuthenticationProvider}",
    "cognito-authentication-type" : "${identity.cognitoAuthenticationType}",
    "cognito-identity-id" : "${identity.cognitoIdentityId}",
    "cognito-identity-pool-id" : "${identity.cognitoIdentityPoolId}",
    "http-method" : "${context.httpMethod}",
    "stage" : "${context.stage}",
    "source-ip" : "${identity.sourceIp}",
    "user" : "${identity.user}",
    "user-agent" : "${identity.userAgent}",
    "user-arn" : "${identity.userArn}",
    "request-id" : "${context.requestId}",
    "resource-id" : "${context.resourceId}",
    "resource-path" : "${context.resourcePath}"
    }
}
`;
  },
};
