import type { ExtensionContext } from "vscode";
import { BlockEnds } from "../block-end/block-ends.js";
import type { ClientFactory } from "../client/client-factory.js";
import { Server } from "../client/server.js";
import { commandTable } from "../commands/index.js";
import { CompiledDocuments } from "../compiled/compiled-documents.js";
import type { Workbench } from "../entry/start-when-needed.js";
import { WorkspaceFindings } from "../findings/workspace-findings.js";
import { readPreviewMemory } from "../preview/preview-memory.js";
import { Previews } from "../preview/previews.js";
import { TemplateQuotes } from "../quotes/template-quotes.js";
import { ProofStatus } from "../status/proof-status.js";
import { TemplateContext } from "../templates/template-context.js";
import { TemplateTests } from "../test-explorer/template-tests.js";

/** Starts the server and everything that works with it. */
export async function openWorkbench(context: ExtensionContext, createClient: ClientFactory): Promise<Workbench> {
  const server = await Server.start(createClient);
  const previews = new Previews(server, context.extensionUri);
  const findings = new WorkspaceFindings(server);
  const tests = new TemplateTests(server);
  context.subscriptions.push(
    server,
    previews,
    findings,
    new CompiledDocuments(server),
    new BlockEnds(server),
    new TemplateQuotes(server),
    new TemplateContext(server),
    new ProofStatus(server),
    tests,
  );
  return {
    run: (command, args) => commandTable[command]({ server, previews, findings, tests }, args),
    restorePreview: async (panel, kept) => {
      const memory = readPreviewMemory(kept);
      if (memory === undefined) panel.dispose();
      else await previews.restore(panel, memory);
    },
  };
}
