/**
 * What rules need to know about a template's surroundings. The facts of `@apigw-vtl/definitions` fit it; texts may
 * hold `<name>` for what the host fills in at deployment.
 */
export interface TemplateFacts {
  readonly direction?: "request" | "response";
  readonly apiType?: "REST" | "WEBSOCKET" | "HTTP";
  /** The key that the template stands under, as written. */
  readonly contentType?: string;
  readonly httpMethod?: string;
  readonly path?: string;
  readonly integration?: IntegrationFacts;
  /** The integration response that a response template belongs to. */
  readonly response?: IntegrationResponseFacts;
  readonly method?: MethodFacts;
  readonly binaryMediaTypes?: readonly string[];
  /** Set on a gateway response's template, which is not VTL. */
  readonly gatewayResponse?: { readonly responseType: string; readonly statusCode?: string };
}

export interface IntegrationFacts {
  /** `AWS`, `AWS_PROXY`, `HTTP`, `HTTP_PROXY`, `MOCK`. */
  readonly type?: string;
  readonly proxy: boolean;
  readonly uri?: string;
  /** Of an AWS integration: `dynamodb`, `lambda`, `states`. */
  readonly service?: string;
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

export interface IntegrationResponseFacts {
  readonly statusCode?: string;
  /** Absent or empty: the default response. */
  readonly selectionPattern?: string;
  readonly contentHandling?: string;
  /** `method.response.header.X` to its source expression. */
  readonly responseParameters: Readonly<Record<string, string>>;
}

export interface MethodFacts {
  readonly requestParameters: readonly DeclaredParameter[];
  /** JSON Schemas of the body by content type. */
  readonly requestModels?: Readonly<Record<string, unknown>>;
  readonly responses: readonly MethodResponseFacts[];
}

export interface DeclaredParameter {
  readonly location: "path" | "querystring" | "header";
  readonly name: string;
  readonly required: boolean;
}

export interface MethodResponseFacts {
  readonly statusCode: string;
  readonly headers: readonly string[];
}
