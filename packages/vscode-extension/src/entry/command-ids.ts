/** The commands of the manifest. They can be called before the rest of the extension is loaded. */
export const commandIds = [
  "vtl.openPreview",
  "vtl.renderWithSample",
  "vtl.newSample",
  "vtl.showBreakingRequest",
  "vtl.goToTemplate",
  "vtl.lintWorkspace",
  "vtl.showCompiled",
  "vtl.formatTemplate",
  "vtl.restartServer",
  "vtl.showReferences",
  "vtl.addCase",
  "vtl.makeExpected",
] as const;

export type CommandId = (typeof commandIds)[number];
