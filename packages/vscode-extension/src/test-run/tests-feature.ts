import type { DialectName } from "@apigw-vtl/compiler";
import { type Feature, type Services, sampleOf, viewAt } from "@apigw-vtl/lsp";
import { isSampleName, isTestFile, type TestHost } from "@apigw-vtl/testing/core";
import { URI } from "vscode-uri";
import type { Gateway, LoadGateway } from "../gateway/load-gateway.js";
import { templateHost, uriOfPath } from "../gateway/template-host.js";
import {
  type NewCaseParams,
  type NewCaseReply,
  NewCaseRequest,
  RunTestsRequest,
  TestsRequest,
} from "./tests-requests.js";

/** Finds and runs tests for the Test Explorer; `load` is called when a folder has some. */
export function testsFeature(load: LoadGateway): Feature {
  return {
    capabilities: () => ({}),
    register: (connection, services) => {
      connection.onRequest(TestsRequest, async ({ folder }) => {
        const host = testHost(folder, services, false);
        const path = folderPath(folder);
        const names = await host.listFolder(path);
        // Most folders have none, and need no program for it.
        if (!names.some((name) => isTestFile(name) || isSampleName(name))) return [];
        const { listTests, TestsWorld } = await load(connection);
        return listTests(path, new TestsWorld(host, (file) => uriOfPath(folder, file)));
      });
      connection.onRequest(RunTestsRequest, async ({ counts, ...params }) => {
        const [first] = params.suites;
        const { runTests, TestsWorld } = await load(connection);
        const place = first?.uri ?? "";
        const world = new TestsWorld(testHost(place, services, counts), (file) => uriOfPath(place, file));
        return runTests(params, (uri) => URI.parse(uri).path, world);
      });
      connection.onRequest(NewCaseRequest, async (params) => newCaseFor(params, services, await load(connection)));
    },
  };
}

async function newCaseFor(params: NewCaseParams, services: Services, program: Gateway): Promise<NewCaseReply> {
  const view = await viewAt(services.documents, params);
  if (view === undefined) return { status: "refused", reason: "There is no template here any more." };
  const { source, name } = params;
  const sample = source && (await sampleOf(source, view, services.samples));
  if (sample && "problem" in sample)
    return { status: "refused", reason: `The sample cannot be read: ${sample.problem}` };
  const eventUri = sample?.uri;
  const world = new program.TestsWorld(testHost(view.uri, services, false), (path) => uriOfPath(view.uri, path));
  return program.newCase(
    {
      path: URI.parse(view.uri).path,
      address: view.embedded ? view.template.address : "",
      name,
      ...(sample && { event: sample.event }),
      ...(eventUri !== undefined && { eventPath: URI.parse(eventUri).path }),
    },
    world,
  );
}

function testHost(place: string, services: Services, counts: boolean): TestHost {
  const dialectOf = async (path: string): Promise<DialectName> =>
    (await services.configurations.of(uriOfPath(place, path))).dialect;
  return { ...templateHost(place, services), counts, now: () => services.host.clock.now(), dialectOf };
}

const folderPath = (uri: string): string => URI.parse(uri).path.replace(/\/?$/, "/");
