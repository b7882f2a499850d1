import { compile, emitModule, parse, VtlRenderError } from "@apigw-vtl/compiler";
import { findTemplates } from "@apigw-vtl/definitions";
import { lint } from "@apigw-vtl/linter";
import { createGateway, gatewayRequest, readDefinition } from "@apigw-vtl/runner";
import { localBackends, startServer } from "@apigw-vtl/runner/node";
import { type Invoked, invoke, matchers, type RenderedTemplate, render } from "@apigw-vtl/testing";

const { output } = compile('{"a": $input.json("$.a")}').render({ body: '{"a": 1}' });
const text: string = output;

async function statusOf(method: string, path: string): Promise<number | undefined> {
  const { definition } = await readDefinition([
    { path: "api.yaml", text: "openapi: 3.0.1\ninfo: {title: a, version: '1'}\npaths: {}" },
  ]);
  if (definition === undefined) return undefined;
  const { response } = await createGateway(definition).invoke(gatewayRequest(method, path));
  return response.status;
}

const asTests: readonly [
  (file: string) => Promise<RenderedTemplate>,
  (file: string, request: string) => Promise<Invoked>,
] = [render, invoke];
const functions = [
  ...asTests,
  matchers.toBeProved,
  emitModule,
  parse,
  VtlRenderError,
  findTemplates,
  lint,
  localBackends,
  startServer,
];
void statusOf("GET", "/nowhere").then((status) => {
  if (text !== '{"a": 1}' || status !== 403 || functions.some((each) => typeof each !== "function")) {
    throw new Error(`the packages do not work: ${text} ${status}`);
  }
});
