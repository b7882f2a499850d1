import type { Backend, BackendRequest, BackendResponse } from "../../integration/backend.js";
import { sendOverHttp } from "./send-over-http.js";
import { type AwsCredentials, LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

/** Where requests to AWS services go. A service that is in neither list is not for this backend. */
export interface AwsBackendOptions {
  /** Emulators, by service: `dynamodb` to `http://127.0.0.1:8000`. */
  readonly endpoints: ReadonlyMap<string, string>;
  /** Services that are really asked, with the account that `credentials` are of. */
  readonly allowed: ReadonlySet<string>;
  /** Of the account; without them nothing is sent to AWS. */
  readonly credentials?: AwsCredentials | undefined;
}

/** Sends AWS integrations, signed, to emulators and to those services of AWS that were asked for by name. */
export function awsBackend({ endpoints, allowed, credentials }: AwsBackendOptions): Backend {
  return {
    standsFor: (request) => {
      const endpoint = endpoints.get(serviceOf(request) ?? "");
      return endpoint === undefined ? undefined : `the emulator at ${endpoint}`;
    },
    async send(request, signal) {
      const service = serviceOf(request);
      if (service === undefined) return undefined;
      const endpoint = endpoints.get(service);
      if (endpoint === undefined && !allowed.has(service)) return undefined;
      if (endpoint === undefined && credentials === undefined) {
        const needed = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
        return { kind: "failure", message: `${service} of AWS is allowed, but ${needed} are not set` };
      }
      const wire = signAwsRequest(request, credentials ?? LOCAL_CREDENTIALS, endpoint);
      if (wire === undefined) return undefined;
      const answer = await sendOverHttp(wire, signal);
      return request.target.kind === "lambda" ? functionAnswer(answer) : answer;
    },
  };
}

function serviceOf({ target }: BackendRequest): string | undefined {
  if (target.kind === "aws") return target.service;
  return target.kind === "lambda" ? "lambda" : undefined;
}

/** Lambda's own API says in a header whether the function failed. */
function functionAnswer(answer: BackendResponse): BackendResponse {
  if (answer.kind !== "response" || answer.status >= 300) return answer;
  const failed = answer.headers.some(([name]) => name.toLowerCase() === "x-amz-function-error");
  return { kind: "function", payload: answer.body, failed };
}
