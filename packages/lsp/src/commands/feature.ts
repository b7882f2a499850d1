import {
  ApplyWorkspaceEditRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { fixAll } from "../code-actions/providers/fix-all.js";
import { compiledReply } from "../compiled/feature.js";
import { distinctTexts } from "../documents/distinct-texts.js";
import type { TemplateView } from "../documents/template-view.js";
import { viewAt } from "../documents/view-at.js";
import { proveReply } from "../proof/prove-view.js";
import { renderReply } from "../rendering/feature.js";
import type { TemplatePlace } from "../requests/templates.js";
import { newSampleReply } from "../samples/feature.js";
import type { ServerConnection } from "../server/connection.js";
import type { Feature } from "../server/feature.js";
import type { Services } from "../server/services.js";
import { APPLY_EDIT_COMMAND } from "./apply-edit.js";
import { proofMessage, renderMessage } from "./messages.js";

/** What a command gives back, and what the user is shown of it in an editor without a view of its own. */
interface Outcome {
  readonly reply: unknown;
  readonly message?: string;
}

type Run = (view: TemplateView, services: Services) => Outcome | Promise<Outcome>;

/** Commands by name; each takes a `TemplatePlace`. */
const commands: ReadonlyMap<string, Run> = new Map<string, Run>([
  [
    "vtl.server.render",
    async (view, { samples }) => {
      const reply = renderReply(view, await samples.activeFor(view));
      return { reply, message: renderMessage(reply) };
    },
  ],
  [
    "vtl.server.prove",
    (view) => {
      const reply = proveReply(view);
      return { reply, message: proofMessage(reply) };
    },
  ],
  ["vtl.server.compiled", (view) => ({ reply: compiledReply(view) })],
  ["vtl.server.newSample", (view) => ({ reply: newSampleReply(view) })],
]);

const FIX_ALL_COMMAND = "vtl.server.fixAll";

/** The requests of our own as commands, for editors that can send nothing else. */
export const commandsFeature: Feature = {
  capabilities: () => ({
    executeCommandProvider: { commands: [...commands.keys(), FIX_ALL_COMMAND, APPLY_EDIT_COMMAND] },
  }),
  register: (connection, services) => {
    connection.onRequest(ExecuteCommandRequest.type, async ({ command, arguments: given = [] }) => {
      if (command === APPLY_EDIT_COMMAND) return applyEdit(given[0], connection);
      const place: unknown = given[0];
      if (!isPlace(place)) throw new ResponseError(ErrorCodes.InvalidParams, `${command} takes a {uri} of a template.`);
      if (command === FIX_ALL_COMMAND) return fixDocument(place.uri, connection, services);
      const run = commands.get(command);
      if (run === undefined) throw new ResponseError(ErrorCodes.MethodNotFound, `There is no command ${command}.`);
      const view = await viewAt(services.documents, place);
      if (view === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "There is no template here.");
      const { reply, message } = await run(view, services);
      if (message !== undefined) {
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      }
      return reply;
    });
  },
};

function isPlace(value: unknown): value is TemplatePlace {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string";
}

async function applyEdit(edit: unknown, connection: ServerConnection): Promise<boolean> {
  if (!isEdit(edit)) throw new ResponseError(ErrorCodes.InvalidParams, `${APPLY_EDIT_COMMAND} takes an edit.`);
  return (await connection.sendRequest(ApplyWorkspaceEditRequest.type, { edit })).applied;
}

function isEdit(value: unknown): value is WorkspaceEdit {
  return typeof value === "object" && value !== null && "changes" in value;
}

async function fixDocument(uri: string, connection: ServerConnection, { documents }: Services): Promise<boolean> {
  const found = await documents.viewsOf(uri);
  const edits = distinctTexts(found?.views ?? []).flatMap((view) =>
    fixAll
      .provide({ view, range: view.tree.range, findings: [] })
      .flatMap((draft) => ("edits" in draft ? (view.editsToDocument(draft.edits) ?? []) : [])),
  );
  if (edits.length === 0) return false;
  const edit: WorkspaceEdit = { changes: { [uri]: edits } };
  return (await connection.sendRequest(ApplyWorkspaceEditRequest.type, { label: "Fix all", edit })).applied;
}
