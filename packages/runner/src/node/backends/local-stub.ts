import type { FunctionDefinition } from "@apigw-vtl/definitions";
import type { Backend } from "../../integration/backend.js";
import { functionNameOf } from "../../stub/scripted-backend.js";
import { type StubbedRequest, stubBackend } from "../../stub/stub-backend.js";
import { whyNoHandler } from "./find-handler.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

interface LocalStubOptions {
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
  /** The folder that the functions' own folders are relative to. */
  readonly base: string;
  readonly onStub?: ((stubbed: StubbedRequest) => void) | undefined;
}

/** The last of the local backends: shows requests to AWS as they would have been sent, signature and all. */
export function localStub({ functions, base, onStub = () => {} }: LocalStubOptions): Backend {
  return stubBackend({
    wireOf: (request) => signAwsRequest(request, LOCAL_CREDENTIALS),
    hintOf: ({ target }) => {
      if (target.kind !== "lambda") return hintForService(target.kind === "aws" ? target.service : "http");
      const name = functionNameOf(target.functionArn);
      const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
      const reason = definition && whyNoHandler(definition, base);
      const hint = `name its module with --function ${name}=FILE, an emulator with --endpoint lambda=URL, or an answer with --stub FILE`;
      return reason === undefined ? hint : `${reason}; ${hint}`;
    },
    onStub,
  });
}

const hintForService = (service: string): string =>
  `name an emulator with --endpoint ${service}=URL, AWS itself with --allow-aws ${service}, or an answer with --stub FILE`;
