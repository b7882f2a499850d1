/** What VS Code keeps previews under, to bring them back when a window is loaded anew. */
export const PREVIEW_VIEW_TYPE = "vtl.preview";
