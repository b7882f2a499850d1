import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiDefinition } from "@apigw-vtl/definitions";
import { buildPage } from "../../../scripts/page-bundle.mjs";
import { createGateway } from "../src/create-gateway.js";
import type { Backend } from "../src/integration/backend.js";
import type { ServeEvent } from "../src/node/server/serve-event.js";
import type { ServedApi } from "../src/node/server/served-api.js";
import { type RunningServer, startServer } from "../src/node/server/start-server.js";
import { SAMPLE_API } from "./sample-api.js";

/** Answers `/forward`: what it was sent, which its response template then puts between tags. */
const echo: Backend = {
  send: async ({ body }) => ({
    kind: "response",
    status: 200,
    headers: [["Content-Type", "application/json"]],
    body,
  }),
};

/** A server of the sample API with the page as it is published. */
export class PageServer {
  readonly events: ServeEvent[] = [];
  #served: ServedApi = serving(SAMPLE_API);
  #server: RunningServer | undefined;

  async start(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "vtl-page-"));
    try {
      await buildPage(folder);
      const [html, script, style] = await Promise.all(
        ["index.html", "page.js", "page.css"].map((name) => readFile(join(folder, name))),
      );
      if (html === undefined || script === undefined || style === undefined) throw new Error("the page was not built");
      this.#server = await startServer({
        api: () => this.#served,
        port: 0,
        page: { html, script, style },
        onEvent: (event) => this.events.push(event),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  get url(): string {
    return `${this.#server?.url}/_vtl`;
  }

  /** Serves something else from now on, as after a change of the definition. */
  change(definition: ApiDefinition, problem?: string): void {
    this.#served = { ...serving(definition), ...(problem === undefined ? {} : { problem }) };
    this.#server?.announceChange();
  }

  async close(): Promise<void> {
    this.#server?.abort();
    await this.#server?.close();
  }
}

function serving(definition: ApiDefinition): ServedApi {
  return { gateway: createGateway(definition, { backends: [echo] }) };
}
