import type { Backend, BackendRequest } from "../../integration/backend.js";
import { type StubbedRequest, stubBackend } from "../../stub/stub-backend.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

/** The last of the local backends: shows requests to AWS as they would have been sent, signature and all. */
export function localStub(onStub: (stubbed: StubbedRequest) => void = () => {}): Backend {
  return stubBackend({ wireOf: (request) => signAwsRequest(request, LOCAL_CREDENTIALS), hintOf, onStub });
}

function hintOf({ target }: BackendRequest): string {
  if (target.kind === "lambda") {
    const name = target.functionArn.replace(/^.*:function:/, "");
    return `name its module with --function ${name}=FILE, an emulator with --endpoint lambda=URL, or an answer with --stub FILE`;
  }
  const service = target.kind === "aws" ? target.service : "http";
  return `name an emulator with --endpoint ${service}=URL, AWS itself with --allow-aws ${service}, or an answer with --stub FILE`;
}
