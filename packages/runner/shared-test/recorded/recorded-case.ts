import { readLines } from "@apigw-vtl/test-support";

/** A line of `gateway/recorded.jsonl`: what a definition did on AWS. */
export interface RecordedCase {
  readonly kind: "pipeline" | "runner";
  readonly name: string;
  readonly template: string | null;
  readonly response_template?: string | null;
  readonly context: RecordedContext;
  readonly expected: string | RecordedExpectation;
  readonly compare: "exact" | "json" | "json-subset" | "json of body" | "status";
}

export interface RecordedContext {
  readonly integration?: string | RecordedIntegration;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly passthroughBehavior?: string;
  readonly integrationResponses?: RecordedResponses;
  readonly request_headers_sent?: Readonly<Record<string, string>>;
  readonly testInvoke?: {
    readonly pathWithQueryString: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly request?: string;
  readonly required?: readonly string[];
  readonly model?: object;
  readonly see?: string;
}

export type RecordedResponses = Readonly<Record<string, { readonly selectionPattern?: string }>>;

export interface RecordedIntegration {
  readonly type?: "HTTP" | "HTTP_PROXY" | "AWS" | "AWS_PROXY";
  readonly uri?: string;
  readonly lambda?: boolean;
  readonly lambda_returns?: unknown;
  readonly backend_status?: number;
  readonly integrationResponses?: RecordedResponses;
  readonly requestParameters?: Readonly<Record<string, string>>;
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly responseParameters?: Readonly<Record<string, string>>;
}

export type RecordedExpectation = Readonly<Record<string, unknown>>;

export function readRecordedCases(): readonly RecordedCase[] {
  return readLines("gateway/recorded.jsonl");
}
