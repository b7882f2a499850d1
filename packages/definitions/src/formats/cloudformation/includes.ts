import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostEntry, HostMap, HostNode } from "../../tree/host-node.js";
import { transformsOf } from "../../tree/lookup.js";
import { unknownAt } from "./intrinsics.js";

/**
 * Puts in the files that `AWS::Include` names. The keys of a file come behind those that stand beside the transform, as
 * in the processed templates of stacks that were deployed so (floci-io/floci#2886). Of a key that both have the file's
 * counts: templates in production stand on it, whose own `paths` are there for `sam validate` alone.
 */
export class Includes {
  /** One map however often it is asked for: what refers to it knows it again. */
  private readonly merged = new WeakMap<SourceDocument, WeakMap<HostNode, Located>>();
  /** Maps that are being put together: one may not include itself. */
  private readonly including = new Set<HostNode>();

  constructor(private readonly evaluation: Evaluation) {}

  /** What a map stands for whose `Fn::Transform` names macros. `undefined` for nothing at all. */
  embedded({ node, document }: Located & { readonly node: HostMap }): Located | undefined {
    const [macro, ...more] = transformsOf(node);
    if (node.entries.length > 1 || more.length > 0) return this.merge({ node, document }, "Fn::Transform");
    // Alone it may stand for anything, not only for a map.
    const declared = this.evaluation.declare(macro, document);
    const location = declared && locationOf(declared);
    if (location !== undefined) return this.fileAt(location);
    return unknownAt(`Fn::Transform ${declared?.get("Name")?.text() ?? ""}`.trim(), { node, document });
  }

  /** A template with what its `Transform` section includes. */
  ofTemplate(document: SourceDocument): SourceDocument {
    const { node } = this.merge({ node: document.root, document }, "Transform");
    return { ...document, root: node };
  }

  private merge(at: Located, key: "Fn::Transform" | "Transform"): Located {
    const { node, document } = at;
    const known = this.merged.get(document)?.get(node);
    if (known !== undefined || node.kind !== "map") return known ?? at;
    const macros = node.entries.find((entry) => entry.key === key)?.value;
    const entries = node.entries.filter((entry) => entry.key !== key);
    this.including.add(node);
    for (const macro of this.evaluation.declare(macros, document)?.items() ?? []) {
      // `Transform: AWS::Serverless-2016-10-31`
      if (macro.isMap) this.add(macro, entries);
    }
    this.including.delete(node);
    const result = { node: { ...node, entries }, document };
    const ofDocument = this.merged.get(document) ?? new WeakMap<HostNode, Located>();
    this.merged.set(document, ofDocument.set(node, result));
    return result;
  }

  /** Adds what a macro brings; what brings nothing is reported. */
  private add(macro: Declared, entries: HostEntry[]): void {
    const { evaluation } = this;
    const location = locationOf(macro);
    if (location === undefined) {
      const message = `the macro ${macro.get("Name")?.text()} is not run here; what it would make of its surroundings is missing`;
      evaluation.report("definition-unsupported", macro, message);
      return;
    }
    const file = this.fileAt(location);
    if (file === undefined) return;
    if (this.including.has(file.node)) {
      evaluation.report("definition-not-valid", location, `${location.text()} includes itself; left out there`);
      return;
    }
    const snippet = evaluation.declare(file.node, file.document);
    if (snippet?.node.kind !== "map") {
      const message = `${location.text()} has no keys to put beside those of AWS::Include; left out`;
      evaluation.report("definition-not-valid", location, message);
      return;
    }
    for (const entry of snippet.node.entries) {
      const value = evaluation.located(entry.value, snippet.document);
      evaluation.keepDocument(value);
      const at = entries.findIndex(({ key }) => key === entry.key);
      const beside = entries[at];
      if (beside === undefined) {
        entries.push(entry);
        continue;
      }
      entries[at] = entry;
      if (isSameScalar(beside.value, entry.value)) continue;
      const message = `${entry.key} stands beside AWS::Include and in ${location.text()}; that of the file is taken`;
      evaluation.report("definition-not-valid", location, message);
    }
  }

  /** The root of the file at a `Location`; it belongs to the OpenAPI document that it is put into. */
  private fileAt(location: Declared): Located | undefined {
    const path = location.text() ?? "";
    const document = this.evaluation.fileFrom(path, location);
    if (document !== undefined) {
      return { node: document.root, document: location.document.openApi?.within(document) ?? document };
    }
    const message = `${path}, which AWS::Include names, cannot be read; what it declares is missing`;
    const hint = /^\w+:\/\//.test(path)
      ? "name the file on this machine; aws cloudformation package uploads it"
      : undefined;
    this.evaluation.reportMissing(path, location, message, hint);
    return undefined;
  }
}

const isSameScalar = (one: HostNode, other: HostNode): boolean =>
  one.kind === "scalar" && other.kind === "scalar" && one.value === other.value;

/** `{Name: AWS::Include, Parameters: {Location: FILE}}`; `undefined` for other macros. */
function locationOf(macro: Declared): Declared | undefined {
  return macro.get("Name")?.text() === "AWS::Include" ? macro.get("Parameters", "Location") : undefined;
}
