import type { MultiValues } from "../request/multi-values.js";

/** What answers for an authorizer on this machine. */
export type AuthorizerStandIn =
  /** Everyone is allowed; templates see `$context.authorizer.principalId` and whatever `context` holds, as strings. */
  | { readonly kind: "context"; readonly principalId?: string; readonly context?: AuthorizerContext }
  /** Claims of a Cognito user, whatever the token; templates see `$context.authorizer.claims`. */
  | { readonly kind: "claims"; readonly claims: Readonly<Record<string, string>> }
  /** What the Lambda function of the authorizer would answer; throw `Unauthorized` for a 401. */
  | { readonly kind: "function"; readonly authorize: AuthorizerFunction };

export type AuthorizerContext = Readonly<Record<string, string | number | boolean>>;

export type AuthorizerFunction = (event: AuthorizerEvent) => AuthorizerAnswer | Promise<AuthorizerAnswer>;

/** What a Lambda authorizer is called with: a TOKEN authorizer with the first shape, a REQUEST authorizer with the second. */
export type AuthorizerEvent =
  | { readonly type: "TOKEN"; readonly authorizationToken: string; readonly methodArn: string }
  | {
      readonly type: "REQUEST";
      readonly methodArn: string;
      readonly resource: string;
      readonly path: string;
      readonly httpMethod: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly multiValueHeaders: MultiValues;
      readonly queryStringParameters: Readonly<Record<string, string>>;
      readonly multiValueQueryStringParameters: MultiValues;
      readonly pathParameters: Readonly<Record<string, string>>;
      readonly stageVariables: Readonly<Record<string, string>>;
      readonly requestContext: Readonly<Record<string, unknown>>;
    };

/** What a Lambda authorizer answers. */
export interface AuthorizerAnswer {
  readonly principalId: string;
  readonly policyDocument: {
    readonly Statement: readonly PolicyStatement[] | PolicyStatement;
    readonly Version?: string;
  };
  readonly context?: AuthorizerContext;
  readonly usageIdentifierKey?: string;
}

export interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}
