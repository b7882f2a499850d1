/** The plug-in of vitest with which tests import templates. */
export { type TemplatePlugin, vtl } from "./imports/vitest-plugin.js";
