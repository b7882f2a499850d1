import type { Server } from "../client/server.js";
import type { WorkspaceFindings } from "../findings/workspace-findings.js";
import type { Previews } from "../preview/previews.js";
import type { TemplateTests } from "../test-explorer/template-tests.js";

/** What commands work with. */
export interface CommandContext {
  readonly server: Server;
  readonly previews: Previews;
  readonly findings: WorkspaceFindings;
  readonly tests: TemplateTests;
}

/** Does something for the user; a problem is shown to them, not thrown. Arguments come from menus, lenses and links. */
export type Command = (context: CommandContext, args: readonly unknown[]) => unknown;
