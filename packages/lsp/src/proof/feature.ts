import { viewAt } from "../documents/view-at.js";
import { type ProveReply, ProveRequest } from "../requests/prove.js";
import type { Feature } from "../server/feature.js";
import { proveReply } from "./prove-view.js";

/** Proves what a template prints. */
export const proofFeature: Feature = {
  capabilities: () => ({}),
  register: (connection, { documents }) => {
    connection.onRequest(ProveRequest, async (place): Promise<ProveReply> => {
      const view = await viewAt(documents, place);
      return view ? proveReply(view) : { status: "no-template" };
    });
  },
};
