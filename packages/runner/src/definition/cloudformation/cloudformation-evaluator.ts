import { entryOf, type HostNode } from "@apigw-vtl/templates";
import { type DeploymentAccount, deploymentAccount } from "../deployment-account.js";
import { Declared } from "../source/declared.js";
import type { Evaluation } from "../source/evaluation.js";
import type { Evaluator } from "../source/evaluator.js";
import type { Located, SourceDocument } from "../source/source-document.js";
import { Conditions } from "./conditions.js";
import { INTRINSICS, type IntrinsicScope, textAt, unknownAt } from "./intrinsics.js";
import { namesOf } from "./physical-names.js";

const MOST_STEPS = 64;

/**
 * Resolves the intrinsics of a CloudFormation template, and of documents that are written for one: from the given
 * parameters, defaults, pseudo parameters, mappings, conditions and the names that resources would get.
 */
export class CloudFormationEvaluator implements Evaluator, IntrinsicScope {
  private readonly account: DeploymentAccount;
  private readonly conditions: Conditions;
  /** Resources whose names are being looked up: one may be named after another, but not after itself. */
  private readonly naming = new Set<string>();

  constructor(
    private readonly template: SourceDocument,
    private readonly evaluation: Evaluation,
  ) {
    this.account = deploymentAccount(evaluation.parameters);
    const section = entryOf(template.root, "Conditions")?.value;
    this.conditions = new Conditions(section && new Declared(section, template, evaluation), evaluation);
  }

  settle(located: Located): Located | undefined {
    let current: Located | undefined = located;
    for (let steps = 0; current !== undefined && steps < MOST_STEPS; steps++) {
      const { node, document }: Located = current;
      const only: { key: string; value: HostNode } | undefined =
        node.kind === "map" && node.entries.length === 1 ? node.entries[0] : undefined;
      if (only === undefined || !/^(?:Ref$|Fn::)/.test(only.key)) return current;
      const intrinsic = INTRINSICS.get(only.key);
      if (intrinsic === undefined) return unknownAt(only.key, current);
      // `Fn::If` decides before its operands are looked at.
      const operand: Declared | undefined =
        only.key === "Fn::If"
          ? new Declared(only.value, document, this.evaluation)
          : this.evaluation.declare(only.value, document);
      current = operand && intrinsic(operand, this, current);
    }
    return current && unknownAt("an intrinsic that never ends", current);
  }

  /** Strings have no expressions of CloudFormation's; `Fn::Sub` is an intrinsic. */
  expression(): undefined {
    return undefined;
  }

  declare({ node, document }: Located): Declared | undefined {
    return this.evaluation.declare(node, document);
  }

  reference(name: string, at: Located): Located | undefined {
    if (name === "AWS::NoValue") return undefined;
    const given = this.evaluation.parameters.get(name);
    if (given !== undefined) return textAt(given, at);
    const pseudo = this.pseudoParameter(name);
    if (pseudo !== undefined) return textAt(pseudo, at);
    const parameter = this.entryIn("Parameters", name);
    const byDefault = entryOf(parameter, "Default")?.value;
    if (byDefault !== undefined) return { node: byDefault, document: this.template };
    return this.resource(name, undefined, at) ?? unknownAt(name, at);
  }

  attribute(name: string, attribute: string, at: Located): Located | undefined {
    const full = `${name}.${attribute}`;
    const given = this.evaluation.parameters.get(full);
    if (given !== undefined) return textAt(given, at);
    return this.resource(name, attribute, at) ?? unknownAt(full, at);
  }

  condition(name: string, at: Located): boolean {
    return this.conditions.holds(name, at);
  }

  mapping(keys: readonly string[]): Located | undefined {
    let node: HostNode | undefined = entryOf(this.template.root, "Mappings")?.value;
    for (const key of keys)
      node = node?.kind === "map" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
    return node && { node, document: this.template };
  }

  include(location: string, at: Located): Located | undefined {
    const document = this.evaluation.fileFrom(location, at);
    if (document !== undefined) return { node: document.root, document };
    const message = `${location}, which AWS::Include names, cannot be read; what it declares is missing`;
    this.evaluation.report("definition-file-not-found", at, message);
    return undefined;
  }

  private resource(name: string, attribute: string | undefined, at: Located): Located | undefined {
    const resource = this.entryIn("Resources", name);
    const type = entryOf(resource, "Type")?.value;
    const names = type?.kind === "scalar" ? namesOf(String(type.value)) : undefined;
    const made = attribute === undefined ? names?.ref : names?.attributes[attribute];
    if (names === undefined || made === undefined) return undefined;
    return textAt(made(this.physicalName(name, names.nameProperty, resource), this.account), at);
  }

  private physicalName(logicalId: string, property: string | undefined, resource: HostNode | undefined): string {
    const properties = entryOf(resource, "Properties")?.value;
    const node = property === undefined ? undefined : entryOf(properties, property)?.value;
    if (node === undefined || this.naming.has(logicalId)) return logicalId;
    this.naming.add(logicalId);
    const name = this.evaluation.declare(node, this.template)?.text();
    this.naming.delete(logicalId);
    return name ?? logicalId;
  }

  private entryIn(section: string, name: string): HostNode | undefined {
    const node = entryOf(this.template.root, section)?.value;
    return node?.kind === "map" ? node.entries.find(({ key }) => key === name)?.value : undefined;
  }

  private pseudoParameter(name: string): string | undefined {
    const { region, accountId, partition } = this.account;
    switch (name) {
      case "AWS::Region":
        return region;
      case "AWS::AccountId":
        return accountId;
      case "AWS::Partition":
        return partition;
      case "AWS::URLSuffix":
        return "amazonaws.com";
      case "AWS::StackName":
        return "local";
      case "AWS::StackId":
        return `arn:${partition}:cloudformation:${region}:${accountId}:stack/local/0`;
      default:
        return undefined;
    }
  }
}
