import type { CommandId } from "../entry/command-ids.js";
import { addCase } from "./add-case.js";
import type { Command } from "./command-context.js";
import { formatTemplate } from "./format-template.js";
import { goToTemplate } from "./go-to-template.js";
import { lintWorkspace } from "./lint-workspace.js";
import { makeExpected } from "./make-expected.js";
import { newSample } from "./new-sample.js";
import { openPreview } from "./open-preview.js";
import { renderWithSample } from "./render-with-sample.js";
import { restartServer } from "./restart-server.js";
import { showBreakingRequest } from "./show-breaking-request.js";
import { showCompiled } from "./show-compiled.js";
import { showReferences } from "./show-references.js";

export const commandTable: Readonly<Record<CommandId, Command>> = {
  "vtl.openPreview": openPreview,
  "vtl.renderWithSample": renderWithSample,
  "vtl.newSample": newSample,
  "vtl.showBreakingRequest": showBreakingRequest,
  "vtl.goToTemplate": goToTemplate,
  "vtl.lintWorkspace": lintWorkspace,
  "vtl.showCompiled": showCompiled,
  "vtl.formatTemplate": formatTemplate,
  "vtl.restartServer": restartServer,
  "vtl.showReferences": showReferences,
  "vtl.addCase": addCase,
  "vtl.makeExpected": makeExpected,
};
