import type { Backend } from "../../integration/backend.js";
import { functionNameOf } from "../../stub/scripted-backend.js";
import { type StubbedRequest, stubBackend } from "../../stub/stub-backend.js";
import type { FoundHandler } from "./find-handler.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

interface LocalStubOptions {
  /** Where a function's code is, by its name. */
  readonly codeOf: (name: string) => Promise<FoundHandler>;
  readonly onStub?: ((stubbed: StubbedRequest) => void) | undefined;
}

/** The last of the local backends: shows requests to AWS as they would have been sent, signature and all. */
export function localStub({ codeOf, onStub = () => {} }: LocalStubOptions): Backend {
  return stubBackend({
    wireOf: (request) => signAwsRequest(request, LOCAL_CREDENTIALS),
    hintOf: async ({ target }) => {
      if (target.kind !== "lambda") return hintForService(target.kind === "aws" ? target.service : "http");
      const name = functionNameOf(target.functionArn);
      const code = await codeOf(name);
      const hint = `name its module with --function ${name}=FILE, an emulator with --endpoint lambda=URL, or an answer with --stub FILE`;
      return code.kind === "none" && code.reason !== undefined ? `${code.reason}; ${hint}` : hint;
    },
    onStub,
  });
}

const hintForService = (service: string): string =>
  `name an emulator with --endpoint ${service}=URL, AWS itself with --allow-aws ${service}, or an answer with --stub FILE`;
