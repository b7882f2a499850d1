import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Evaluator } from "../../source/evaluator.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, entryOf } from "../../tree/lookup.js";
import { type DeploymentAccount, deploymentAccount } from "../deployment-account.js";
import { Conditions } from "./conditions.js";
import { Includes } from "./includes.js";
import { INTRINSICS, type IntrinsicScope, textAt, unknownAt } from "./intrinsics.js";
import { namesOf } from "./physical-names.js";

const MOST_STEPS = 64;

/**
 * Resolves the intrinsics of a CloudFormation template, and of documents that are written for one: from the given
 * parameters, defaults, pseudo parameters, mappings, conditions and the names that resources would get.
 */
export class CloudFormationEvaluator implements Evaluator, IntrinsicScope {
  private readonly account: DeploymentAccount;
  private readonly includes: Includes;
  private readonly sections = new Map<string, Declared | undefined>();
  private conditions: Conditions | undefined;
  /** Entries that are being looked at: one may depend on another, but not on itself. */
  private readonly reading = new Set<string>();
  private template: SourceDocument;

  constructor(
    template: SourceDocument,
    private readonly evaluation: Evaluation,
  ) {
    this.account = deploymentAccount(evaluation.parameters);
    this.includes = new Includes(evaluation);
    this.template = template;
  }

  settle(located: Located): Located | undefined {
    let current: Located | undefined = located;
    for (let steps = 0; current !== undefined && steps < MOST_STEPS; steps++) {
      const { node, document }: Located = current;
      if (node.kind !== "map") return current;
      if (this.evaluation.policy === "inspect") {
        const arm: HostNode | undefined = branches(node)[0]?.node;
        if (arm !== node) {
          current = arm && { node: arm, document };
          continue;
        }
      }
      if (node.entries.some(({ key }) => key === "Fn::Transform")) {
        current = this.includes.embedded({ node, document });
        continue;
      }
      const only: { key: string; value: HostNode } | undefined =
        node.entries.length === 1 ? node.entries[0] : undefined;
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

  /** The template with what its `Transform` section includes; from then on it is that. */
  withIncludes(): SourceDocument {
    this.template = this.includes.ofTemplate(this.template);
    return this.template;
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
    const byDefault = this.entryIn("Parameters", name, (parameter) => {
      // The default of such a parameter is not the value, but the name of one in Systems Manager.
      const isName = parameter.get("Type")?.text()?.startsWith("AWS::SSM::Parameter::Value") === true;
      return isName ? undefined : parameter.get("Default");
    });
    return byDefault ?? this.resource(name, undefined, at) ?? unknownAt(name, at);
  }

  attribute(name: string, attribute: string, at: Located): Located | undefined {
    const full = `${name}.${attribute}`;
    const given = this.evaluation.parameters.get(full);
    if (given !== undefined) return textAt(given, at);
    return this.resource(name, attribute, at) ?? unknownAt(full, at);
  }

  condition(name: string, at: Located): boolean {
    this.conditions ??= new Conditions(this.section("Conditions"), this.evaluation);
    return this.conditions.holds(name, at);
  }

  mapping([map = "", ...keys]: readonly string[]): Located | undefined {
    return this.entryIn("Mappings", map, (found) =>
      keys.reduce<Declared | undefined>((inner, key) => inner?.entry(key), found),
    );
  }

  private resource(name: string, attribute: string | undefined, at: Located): Located | undefined {
    return this.entryIn("Resources", name, (resource) => {
      const names = namesOf(resource.get("Type")?.text() ?? "");
      const made = attribute === undefined ? names?.ref : names?.attributes[attribute];
      if (names === undefined || made === undefined) return undefined;
      return textAt(made(this.physicalName(name, names.nameProperty, resource), this.account), at);
    });
  }

  private physicalName(logicalId: string, property: string | undefined, resource: Declared): string {
    return (property === undefined ? undefined : resource.get("Properties", property)?.text()) ?? logicalId;
  }

  /** What an entry of a section gives; nothing while that very entry is being looked at. */
  private entryIn<T>(section: string, name: string, read: (entry: Declared) => T | undefined): T | undefined {
    const key = `${section} ${name}`;
    if (this.reading.has(key)) return undefined;
    this.reading.add(key);
    try {
      const entry = this.section(section)?.entry(name);
      return entry && read(entry);
    } finally {
      this.reading.delete(key);
    }
  }

  private section(name: string): Declared | undefined {
    if (!this.sections.has(name)) {
      // A section that is made of itself has nothing in it.
      this.sections.set(name, undefined);
      const node = entryOf(this.template.root, name)?.value;
      this.sections.set(name, this.evaluation.declare(node, this.template));
    }
    return this.sections.get(name);
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
