import type { Configurations } from "../configuration/configurations.js";
import type { SettingsStore } from "../configuration/settings.js";
import type { Documents } from "../documents/documents.js";
import type { ReferringHosts } from "../documents/referring-hosts.js";
import type { LspHost } from "../host/lsp-host.js";
import type { Samples } from "../samples/samples.js";
import type { Client } from "./client.js";

/** What features share. */
export interface Services {
  readonly host: LspHost;
  readonly client: Client;
  /** Tells the client's log of an error that no request can be answered with. */
  readonly report: (error: unknown) => void;
  readonly documents: Documents;
  readonly referring: ReferringHosts;
  readonly configurations: Configurations;
  readonly settings: SettingsStore;
  readonly samples: Samples;
}
