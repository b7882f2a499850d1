import type { Reference } from "@apigw-vtl/compiler";
import type { OutputPosition } from "@apigw-vtl/linter";
import { CodeActionKind } from "vscode-languageserver-protocol";
import { nodePath } from "../../documents/node-path.js";
import type { ActionProvider } from "../provider.js";

/** Escapes the printed value under the cursor for the place where it stands. */
export const escapeValue: ActionProvider = {
  kind: CodeActionKind.RefactorRewrite,
  provide: ({ view, range }) => {
    const path = nodePath(view.tree, range.start);
    const reference = path.find((node): node is Reference => node.type === "Reference");
    if (reference === undefined || !view.analysis.parents.isPrinted(reference)) return [];
    // Within an interpolated string quotes would end that string.
    if (path.slice(0, path.indexOf(reference)).some(({ type }) => type === "StringLiteral")) return [];
    const position = view.analysis.output.positionOf(reference);
    const wrapper = position && ESCAPES[position];
    const source = view.text(reference.range);
    if (wrapper === undefined || /^\$!?\{?util\./.test(source)) return [];
    const newText = wrapper.around(source.replace(/^\$!?\{(.*)\}$/s, "$$$1").replace(/^\$!/, "$"));
    const { start, end } = reference.range;
    return [{ title: wrapper.title, kind: CodeActionKind.RefactorRewrite, edits: [{ start, end, newText }] }];
  },
};

interface Escape {
  readonly title: string;
  readonly around: (reference: string) => string;
}

/** `escapeJavaScript` writes `\'`, which JSON refuses. */
const forJson: Escape = {
  title: "Escape this value for JSON",
  around: (reference) => `$util.escapeJavaScript(${reference}).replaceAll("\\\\'", "'")`,
};

const forForm: Escape = {
  title: "Encode this value for a form",
  around: (reference) => `$util.urlEncode(${reference})`,
};

const ESCAPES: Readonly<Partial<Record<OutputPosition, Escape>>> = {
  "json-string": forJson,
  "json-key": forJson,
  "form-value": forForm,
};
