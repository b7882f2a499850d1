import type { EventSource, TemplatePlace } from "@apigw-vtl/lsp";
import { Uri, ViewColumn, window } from "vscode";
import { toRange } from "../client/ranges.js";
import type { Server } from "../client/server.js";
import { NewCaseRequest } from "../test-run/tests-requests.js";
import { writeText } from "./write-text.js";

/** What a template prints for an event becomes a case of the test file beside it, which is opened there. */
export async function addCase(
  server: Server,
  { uri, address }: TemplatePlace,
  name: string,
  source: EventSource | undefined,
): Promise<void> {
  const place = { uri, ...(address !== undefined && { address }) };
  const reply = await server.send(NewCaseRequest, { ...place, name, ...(source !== undefined && { source }) });
  if (reply.status === "refused") {
    void window.showWarningMessage(reply.reason);
    return;
  }
  const file = Uri.parse(reply.uri);
  await writeText(file, reply.text);
  await window.showTextDocument(file, { viewColumn: ViewColumn.One, selection: toRange(reply.range) });
}
