import { expect, it } from "vitest";
import { WorkspaceReader } from "../documents/workspace-reader.js";
import type { LspHost } from "../host/lsp-host.js";
import { testHost } from "../testing/test-host.js";
import { Configurations } from "./configurations.js";
import { SettingsStore } from "./settings.js";

const FILE = "file:///project/vtl.config.json";
const TEMPLATE = "file:///project/a.vtl";

it("what is forgotten while it is read does not come back", async () => {
  // As an editor leaves a file between creating and writing it.
  let text = "{";
  const host: LspHost = {
    ...testHost,
    inspectFile: async (uri) => {
      const kind = uri === FILE ? "file" : uri.includes("config") ? "nothing" : "folder";
      return { kind, realPath: uri.slice("file://".length), size: text.length };
    },
    readFile: async () => new TextEncoder().encode(text),
    listFolder: async () => [],
  };
  const settings = new SettingsStore();
  const reader = new WorkspaceReader(host, { folders: ["file:///project"] }, settings);
  const configurations: Configurations = new Configurations(reader, settings, () => {
    text = '{ "format": { "indent": 4 } }';
    configurations.clear();
  });
  expect((await configurations.of(TEMPLATE)).indent).not.toBe(4);
  expect((await configurations.of(TEMPLATE)).indent).toBe(4);
});
