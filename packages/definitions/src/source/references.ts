import { resolvePath } from "../file-path.js";
import type { HostNode } from "../tree/host-node.js";
import { pointerTo } from "../tree/lookup.js";
import type { Evaluation } from "./evaluation.js";
import type { Located } from "./source-document.js";

const MOST_STEPS = 64;

/** Models of an API that is deployed: `https://apigateway.amazonaws.com/restapis/ID/models/Pet`. */
const MODEL = /^https?:\/\/[^/]+\/restapis\/[^/]+\/models\/([^/]+)$/;

/** Follows the `$ref`s of OpenAPI documents, to other files too. Outside of them `$ref` is a key as any other. */
export class References {
  /** Those that are being followed: one may not lead to itself. */
  private readonly following = new Set<HostNode>();

  constructor(private readonly evaluation: Evaluation) {}

  /** What a settled node stands for; what leads nowhere is reported and gives `undefined`. */
  follow(at: Located): Located | undefined {
    const reference = at.document.openApi === undefined ? undefined : referenceOf(at.node);
    if (reference === undefined) return at;
    if (this.following.has(at.node)) return this.refuse(reference, "leads back to itself", at);
    if (this.following.size >= MOST_STEPS) {
      return this.refuse(reference, `is reached through more than ${MOST_STEPS} others`, at);
    }
    this.following.add(at.node);
    try {
      const target = this.resolve(reference, at);
      const settled = target && this.evaluation.settle(target.node, target.document);
      if (target === undefined || settled === undefined) return undefined;
      const { node, document } = settled;
      const isThere = document.file === target.document.file;
      return this.follow({ node, document, ...(isThere && { address: target.address ?? "" }) });
    } finally {
      this.following.delete(at.node);
    }
  }

  /** Where a reference leads that stands at a place of an OpenAPI document, in one step. */
  resolve(reference: string, at: Located): Located | undefined {
    const own = at.document.openApi?.located;
    const [, model] = MODEL.exec(reference) ?? [];
    if (model !== undefined) {
      const found = this.walk(["components", "schemas", model], own) ?? this.walk(["definitions", model], own);
      return found ?? this.refuse(reference, `leads nowhere: the model ${model} is not declared`, at);
    }
    if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) {
      return this.refuse(reference, "lies elsewhere and is not fetched", at);
    }
    const { path, pointer } = splitReference(reference);
    if (pointer !== "" && !pointer.startsWith("/")) {
      return this.refuse(reference, "is no JSON pointer: behind # it begins with /", at);
    }
    const root = path === "" ? own : this.fileAt(path, reference, at);
    if (root === undefined) return undefined;
    const keys = pointer.split("/").slice(1);
    const unescaped = keys.map((key) => percentDecoded(key).replaceAll("~1", "/").replaceAll("~0", "~"));
    const target = this.walk(unescaped, root);
    return target ?? this.refuse(reference, `leads nowhere: ${root.document.file} has no ${pointer}`, at);
  }

  private fileAt(path: string, reference: string, at: Located): Located | undefined {
    const root = this.evaluation.openApiFrom(path, at);
    if (root !== undefined) return root.located;
    const message = `${resolvePath(at.document.file, path)} cannot be read; what ${reference} declares is missing`;
    this.evaluation.reportMissing(path, placeOf(at), message);
    return undefined;
  }

  /** The node at the end of a path of keys, with all references on the way followed but not its own. */
  private walk(keys: readonly string[], root: Located | undefined): Located | undefined {
    let current = root;
    for (const key of keys) {
      const at = current && this.evaluation.declare(current.node, current.document, current.address);
      const child = at?.node.kind === "list" ? at.node.items[Number(key)] : at && childOf(at.node, key);
      current = child && at && { node: child, document: at.document, address: pointerTo(at.address, key) };
    }
    return current;
  }

  private refuse(reference: string, reason: string, at: Located): undefined {
    const message = `${reference} ${reason}; what it should declare is left out`;
    this.evaluation.report("definition-not-valid", placeOf(at), message);
  }
}

/** The file and the JSON pointer of a reference; an empty path for the document that it is in. */
export function splitReference(reference: string): { readonly path: string; readonly pointer: string } {
  const [path = "", ...rest] = reference.split("#");
  return { path: percentDecoded(path), pointer: rest.join("#") };
}

/** The text of a map's `$ref`. */
function referenceOf(node: HostNode): string | undefined {
  const value = childOf(node, "$ref");
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

/** Where a reference is reported: at its text. */
const placeOf = ({ node, document }: Located): Located => ({ node: childOf(node, "$ref") ?? node, document });

const childOf = (node: HostNode, key: string): HostNode | undefined =>
  node.kind === "map" ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;

/** References are URIs; a sign that stands for itself stays. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
