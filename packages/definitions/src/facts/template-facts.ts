/** What the host says about a template and what surrounds it. Texts may hold `<name>` for what the host fills in. */
export interface TemplateFacts {
  /** Absent of a template file that nothing refers to and whose name does not tell. */
  readonly direction?: "request" | "response";
  readonly apiType?: "REST" | "WEBSOCKET" | "HTTP";
  /** The key that the template stands under, as written: a media type, `$default`, or a mistake such as `200`. */
  readonly contentType?: string;
  /** `GET`, `ANY`. */
  readonly httpMethod?: string;
  readonly path?: string;
  /** Of a WebSocket API. */
  readonly routeKey?: string;
  readonly integration?: IntegrationFacts;
  /** The integration response that a response template belongs to. */
  readonly response?: IntegrationResponseFacts;
  readonly method?: MethodFacts;
  readonly binaryMediaTypes?: readonly string[];
  /** Names of the variables that the API's stage sets. */
  readonly stageVariables?: readonly string[];
  /** Set on a GatewayResponse's template, which is not VTL: only simple variables are replaced. */
  readonly gatewayResponse?: { readonly responseType: string; readonly statusCode?: string };
}

/** The facts of a template that was found in a file. */
export interface FoundFacts extends TemplateFacts {
  readonly apiType: NonNullable<TemplateFacts["apiType"]>;
  /** Host conditions under which this text is the template, outermost first. */
  readonly conditions: readonly string[];
}

/** The integration as declared. */
export interface IntegrationFacts {
  /** `AWS`, `AWS_PROXY`, `HTTP`, `HTTP_PROXY`, `MOCK`. */
  readonly type?: string;
  /** Whether the gateway ignores templates. */
  readonly proxy: boolean;
  readonly uri?: string;
  /** Of an AWS integration, from the URI: `dynamodb`, `lambda`, `states`. */
  readonly service?: string;
  /** Of an AWS integration by action, from the URI: `PutItem`. */
  readonly action?: string;
  readonly httpMethod?: string;
  readonly passthroughBehavior?: string;
  readonly contentHandling?: string;
  /** `integration.request.header.X` to its source expression. */
  readonly requestParameters: Readonly<Record<string, string>>;
  /** Content types that have a request template. */
  readonly requestTemplates: readonly string[];
  readonly responses: readonly IntegrationResponseFacts[];
}

/** How the backend's answer is chosen and mapped. */
export interface IntegrationResponseFacts {
  readonly statusCode?: string;
  /** Absent or empty: the default response. */
  readonly selectionPattern?: string;
  readonly contentHandling?: string;
  /** `method.response.header.X` to its source expression. */
  readonly responseParameters: Readonly<Record<string, string>>;
}

/** What the method declares about requests and responses. */
export interface MethodFacts {
  /** The file says that anybody may call it: there is no authorizer. */
  readonly isPublic?: true;
  readonly requestParameters: readonly DeclaredParameter[];
  /** JSON Schemas of the body by content type, references to the file's own definitions followed. */
  readonly requestModels?: Readonly<Record<string, unknown>>;
  readonly responses: readonly MethodResponseFacts[];
}

/** A parameter that the method declares. */
export interface DeclaredParameter {
  readonly location: "path" | "querystring" | "header";
  readonly name: string;
  readonly required: boolean;
}

/** A response that the method declares. */
export interface MethodResponseFacts {
  readonly statusCode: string;
  /** Names of the declared headers. */
  readonly headers: readonly string[];
}
