import { summaryOf } from "../documents/summary-of.js";
import { TemplatesChangedNotification, TemplatesRequest } from "../requests/templates.js";
import type { Feature } from "../server/feature.js";

/** Tells the client which templates a file holds, and when those of an open one have changed. */
export const templatesFeature: Feature = {
  capabilities: () => ({}),
  register: (connection, { documents, client }) => {
    connection.onRequest(TemplatesRequest, async ({ uri }) => {
      const found = await documents.viewsOfFile(uri);
      return found?.views.map(summaryOf) ?? [];
    });
    // Some clients warn of each notification that they do not know.
    if (client.commands.size === 0) return;
    documents.onChange((uri) => {
      const version = documents.versionOf(uri);
      if (version !== undefined) void connection.sendNotification(TemplatesChangedNotification, { uri, version });
    });
  },
};
