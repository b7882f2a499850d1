import { type Block, childrenOf, type Node, type Reference, type Template } from "@apigw-vtl/compiler";
import type { HoleRange } from "@apigw-vtl/definitions";
import { findScopes, type Scopes } from "./scopes.js";
import { UnsetVariables } from "./unset-variables.js";

/** A template, and where the host is known to fill in. */
interface HostedText {
  readonly source: string;
  readonly tree: Template;
  /** In order of place. */
  readonly holes: readonly HoleRange[];
  /** Where they are known already, or may be. */
  readonly scopes?: () => Scopes;
}

/**
 * Where the host fills in, with the variables of its own that the template prints: of a file that a program or Terraform
 * reads nothing says so, and a document that is right once they are replaced is not to be called broken.
 */
export function holesAndHostNames({
  source,
  tree,
  holes,
  scopes = () => findScopes(tree),
}: HostedText): readonly HoleRange[] {
  if (!source.includes("${")) return holes;
  const unset = new UnsetVariables({ source, holes, analysis: { scopes: scopes() } });
  const names = printedReferences(tree).filter((reference) => unset.lookLikeHosts(reference));
  if (names.length === 0) return holes;
  return [...holes, ...names.map(({ range }) => range)].toSorted((a, b) => a.start - b.start);
}

function printedReferences(tree: Template): readonly Reference[] {
  const pending: Node[] = [tree];
  const found: Reference[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "Block") found.push(...referencesOf(node));
    pending.push(...childrenOf(node));
  }
  return found;
}

const referencesOf = ({ statements }: Block): readonly Reference[] =>
  statements.filter((statement) => statement.type === "Reference");
