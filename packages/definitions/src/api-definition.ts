import type { Located, SourceDocument } from "./source/source-document.js";

/** A REST API as the gateway executes it, whatever the file that declares it. Intrinsics and variables are resolved. */
export interface ApiDefinition {
  readonly name: string;
  /** Ten characters, as in the API's host name; `$context.apiId`. */
  readonly id: string;
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  /** By response type, such as `DEFAULT_4XX`. */
  readonly gatewayResponses: Readonly<Record<string, GatewayResponse>>;
  readonly binaryMediaTypes: readonly string[];
  readonly stageName: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly apiKeySource: "HEADER" | "AUTHORIZER";
  /** Functions that the same files declare, for a local stand-in; by the name that ARNs end with. */
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
  /** DynamoDB tables that the same files declare. */
  readonly tables: readonly TableDefinition[];
}

/** A template as it is declared: what editors work on. */
export interface TemplateSource extends Located {
  /** JSON pointer, or resource and attribute, within the file. */
  readonly address: string;
  /** Under which this is the template, outermost first. */
  readonly conditions: readonly string[];
  /** The document that names the one in which it stands. */
  readonly declaredIn: SourceDocument;
}

/** Where in a file something is declared. Offsets are UTF-16, half open. */
export interface Place {
  readonly file: string;
  readonly range: { readonly start: number; readonly end: number };
}

/** A method of a resource. */
export interface Route {
  /** `/pets/{id}`, `/{proxy+}`. */
  readonly path: string;
  /** `GET`, `ANY`, … */
  readonly httpMethod: string;
  /** Of a WebSocket API, whose routes have neither path nor HTTP method. */
  readonly routeKey?: string;
  readonly operationName?: string;
  readonly place?: Place;
  readonly apiKeyRequired: boolean;
  /** A name in `authorizers`, or `AWS_IAM`. */
  readonly authorizer?: string;
  /** The file says that anybody may call it: `NONE`. */
  readonly isPublic?: true;
  readonly authorizationScopes: readonly string[];
  readonly validator: { readonly body: boolean; readonly parameters: boolean };
  readonly requestParameters: readonly RequestParameter[];
  /** JSON Schemas (draft 4) by content type, references resolved or carried in `definitions`. */
  readonly requestModels: Readonly<Record<string, unknown>>;
  readonly methodResponses: readonly MethodResponse[];
  /** Whether the method may declare more parameters or responses than are known here, or all of it elsewhere. */
  readonly declaresMore?: true;
  /** Absent: the method has none, which is a configuration error when it is called. */
  readonly integration?: Integration;
  /** An integration whose type only the deployment knows, or nobody: it is inspected, but cannot run. */
  readonly unknownIntegration?: Omit<Integration, "type">;
  /** Conditions under which the route is this one, where they are left undecided. */
  readonly conditions?: readonly string[];
}

export interface RequestParameter {
  readonly location: "path" | "querystring" | "header";
  readonly name: string;
  readonly required: boolean;
}

export interface MethodResponse {
  readonly statusCode: string;
  /** Declared headers; only these can be mapped. */
  readonly headers: readonly string[];
}

export type IntegrationType = "MOCK" | "HTTP" | "HTTP_PROXY" | "AWS" | "AWS_PROXY";
export type PassthroughBehavior = "WHEN_NO_MATCH" | "WHEN_NO_TEMPLATES" | "NEVER";
export type ContentHandling = "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";

export interface Integration {
  readonly type: IntegrationType;
  readonly place?: Place;
  /** As declared, with `{path}` and `${stageVariables.x}` still in it. Absent of MOCK. */
  readonly uri?: string;
  readonly httpMethod?: string;
  readonly credentials?: string;
  readonly passthroughBehavior: PassthroughBehavior;
  readonly contentHandling?: ContentHandling;
  /** `integration.request.header.X` to its source: `method.request.path.id`, `'static'`. */
  readonly requestParameters: Readonly<Record<string, string>>;
  /** Where each of `requestParameters` stands, by its target. */
  readonly parameterPlaces?: Readonly<Record<string, Place>>;
  /** By content type, in the order of the file. */
  readonly requestTemplates: readonly MappingTemplate[];
  /** The body of a proxy's answer goes to the client as it comes. */
  readonly streams?: true;
  /** 29000 unless declared; up to 15 minutes of an answer that streams. */
  readonly timeoutInMillis: number;
  readonly responses: readonly IntegrationResponse[];
}

export interface IntegrationResponse {
  readonly place?: Place;
  readonly statusCode: string;
  /** A Java regular expression; absent or empty for the default response. */
  readonly selectionPattern?: string;
  readonly patternPlace?: Place;
  readonly contentHandling?: ContentHandling;
  /** `method.response.header.X` to its source. */
  readonly responseParameters: Readonly<Record<string, string>>;
  /** Where each of `responseParameters` stands, by its target. */
  readonly parameterPlaces?: Readonly<Record<string, Place>>;
  readonly responseTemplates: readonly MappingTemplate[];
}

export interface MappingTemplate {
  readonly contentType: string;
  /** Empty where the API is inspected: editors read it from its source. */
  readonly text: string;
  /** Of the whole value, quotes included; the same however the API is read. */
  readonly place?: Place;
  /** Where the API is inspected rather than deployed; absent of a template that no file has. */
  readonly source?: TemplateSource;
}

export type Authorizer =
  | {
      readonly kind: "TOKEN" | "REQUEST";
      readonly name: string;
      /** The function's ARN or name. */
      readonly functionUri?: string;
      /** `method.request.header.Authorization`, … */
      readonly identitySources: readonly string[];
      readonly validationExpression?: string;
    }
  | { readonly kind: "COGNITO_USER_POOLS"; readonly name: string; readonly identitySources: readonly string[] };

export interface GatewayResponse {
  readonly statusCode?: string;
  /** `gatewayresponse.header.X` to its source. */
  readonly responseParameters: Readonly<Record<string, string>>;
  /** By content type; not VTL. */
  readonly responseTemplates: Readonly<Record<string, string>>;
  /** The same as an API that is inspected declares them. */
  readonly declaredTemplates?: readonly MappingTemplate[];
}

export interface FunctionDefinition {
  readonly name: string;
  /** What the template calls it, where that is not its name. */
  readonly logicalId?: string;
  /** `index.handler` or `src/app.lambdaHandler`. */
  readonly handler?: string;
  /** The folder of the code, relative to the file that declares it. */
  readonly codeUri?: string;
  readonly runtime?: string;
  readonly timeoutSeconds?: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** As DynamoDB's `CreateTable` takes it. */
export interface TableDefinition {
  readonly TableName: string;
  readonly KeySchema: readonly { readonly AttributeName: string; readonly KeyType: string }[];
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly GlobalSecondaryIndexes?: readonly unknown[];
  readonly LocalSecondaryIndexes?: readonly unknown[];
}
