import { createGateway } from "@apigw-vtl/runner";
import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it, vi } from "vitest";
import { ExitCode } from "../../exit-code.js";
import type { Session } from "../../session.js";
import { paletteFor } from "../../terminal/palette.js";
import { Reporter } from "../../terminal/reporter.js";
import { MemoryIo } from "../../testing/memory-io.js";
import type { OpenGateway } from "../gateway-options/open-gateway.js";
import { ReloadingApi } from "./reloading-api.js";

const definition = {
  name: "items",
  id: "abcde12345",
  routes: [],
  authorizers: {},
  gatewayResponses: {},
  binaryMediaTypes: [],
  stageName: "dev",
  stageVariables: {},
  apiKeySource: "HEADER",
  functions: {},
  tables: [],
} as const;

/** What is opened, and how often it was closed. */
function opened(more: Partial<OpenGateway> = {}) {
  const sources = async () => ({ files: ["a.yaml"], missing: [], folders: [] });
  const close = vi.fn(async () => {});
  const gateway = createGateway(definition);
  return { gateway, problems: [], sources, locate: () => undefined, close, ...more };
}

/** An API whose opening is scripted: what `next` holds is what the next change gives. */
async function start(first = opened()) {
  const io = new MemoryIo({ files: { "a.yaml": "" } });
  const session: Session = {
    io,
    reporter: new Reporter(io.stderr, paletteFor(false)),
    stdoutPalette: paletteFor(false),
    scopeFlags: () => ({}),
    exit: () => ExitCode.ok,
  };
  const script = { next: async (): Promise<OpenGateway> => first };
  const api = await ReloadingApi.start("a.yaml", () => script.next(), session);
  const change = async (next: () => Promise<OpenGateway>) => {
    script.next = next;
    io.save("a.yaml", "");
  };
  return { io, api, change };
}

const tells = (io: MemoryIo, text: string) => eventually(() => expect(io.stderr.text).toContain(text));

describe("an API that is loaded again", () => {
  it("closes the gateway that it replaces, and the last one with itself", async () => {
    const first = opened();
    const second = opened();
    const { io, api, change } = await start(first);
    await change(async () => second);
    await tells(io, "[loaded again]");
    expect(first.close).toHaveBeenCalledTimes(1);
    expect(second.close).not.toHaveBeenCalled();
    await api.close();
    expect(second.close).toHaveBeenCalledTimes(1);
    expect(io.openHandles).toBe(0);
  });

  it("lets a request of the old gateway finish before that is closed", async () => {
    let answer = () => {};
    const slow = createGateway(definition);
    const invoke = async (...args: Parameters<typeof slow.invoke>) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return slow.invoke(...args);
    };
    const first = opened({ gateway: { definition, invoke } });
    const { io, api, change } = await start(first);
    const request = { httpMethod: "GET", path: "/", queryString: "", headers: [], body: new Uint8Array() };
    const running = api.served.gateway.invoke(request);
    await change(async () => opened());
    await tells(io, "[loaded again]");
    expect(first.close).not.toHaveBeenCalled();
    answer();
    expect((await running).response.status).toBe(403);
    expect(first.close).toHaveBeenCalledTimes(1);
    await api.close();
  });

  it("goes on after a folder that cannot be watched, and after a defect", async () => {
    const { io, api, change } = await start();
    const files = ["missing/sub/b.yaml", "a.yaml"];
    await change(async () =>
      opened({ sources: async () => ({ files, missing: ["missing/other/c.yaml"], folders: [] }) }),
    );
    await tells(io, "[loaded again]");
    expect(io.stderr.text).toContain("cannot watch missing/sub");
    expect(io.stderr.text).not.toContain("missing/other");
    await change(async () => {
      throw new TypeError("oops");
    });
    await tells(io, "the change could not be taken over: oops");
    await change(async () => opened());
    await eventually(() => expect(io.stderr.text).toMatch(/oops[\s\S]*\[loaded again\]/));
    await api.close();
  });
});
