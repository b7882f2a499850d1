import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import { intrinsic } from "../../tree/lookup.js";

/** A resource of a template that is deployed with the given parameters. */
export interface Resource {
  readonly name: string;
  readonly type: string;
  readonly declared: Declared;
  readonly properties: Declared | undefined;
}

/** The resources of a template and the references between them. */
export class TemplateResources {
  readonly all: readonly Resource[];
  readonly root: Declared;
  private readonly byName: ReadonlyMap<string, Resource>;

  /** `condition` decides whether a resource with a `Condition` is deployed. */
  constructor(
    document: SourceDocument,
    readonly evaluation: Evaluation,
    condition: (name: string, at: Declared) => boolean,
  ) {
    this.root = new Declared(document.root, document, evaluation);
    const entries = this.root.get("Resources")?.entries() ?? [];
    this.all = entries.flatMap(({ key, value }) => {
      const needed = value.get("Condition")?.text();
      if (needed !== undefined && !condition(needed, value)) return [];
      return [
        { name: key, type: value.get("Type")?.text() ?? "", declared: value, properties: value.get("Properties") },
      ];
    });
    this.byName = new Map(this.all.map((resource) => [resource.name, resource]));
  }

  ofType(...types: readonly string[]): Resource[] {
    return this.all.filter(({ type }) => types.includes(type));
  }

  named(name: string): Resource | undefined {
    return this.byName.get(name);
  }

  /** The resource that a property's `Ref` or `Fn::GetAtt` names, or that it names by its logical id. */
  referred(owner: Declared | undefined, property: string): Resource | undefined {
    const node = owner?.node.kind === "map" ? owner.node.entries.find(({ key }) => key === property)?.value : undefined;
    const target = intrinsic(node, "Ref") ?? intrinsic(node, "Fn::GetAtt");
    const first = target?.kind === "list" ? target.items[0] : target;
    if (first?.kind === "scalar") return this.byName.get(String(first.value).split(".")[0] ?? "");
    return node?.kind === "scalar" ? this.byName.get(String(node.value)) : undefined;
  }

  /** Whether a property is the root resource of an API that is declared elsewhere. */
  isRoot(owner: Declared | undefined, property: string): boolean {
    const node = owner?.node.kind === "map" ? owner.node.entries.find(({ key }) => key === property)?.value : undefined;
    const target = intrinsic(node, "Fn::GetAtt");
    const last = target?.kind === "list" ? target.items.at(-1) : target;
    return last?.kind === "scalar" && /(?:^|\.)RootResourceId$/.test(String(last.value));
  }

  /** A document of the template's own that lies elsewhere, with this template's intrinsics. */
  declare(document: SourceDocument): Declared | undefined {
    return this.evaluation.declare(document.root, document);
  }
}
