import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Located } from "../../source/source-document.js";
import { intrinsic } from "../../tree/lookup.js";

/** The `Conditions` of a template; each is decided once. */
export class Conditions {
  private readonly decided = new Map<string, boolean | "deciding">();

  constructor(
    private readonly section: Declared | undefined,
    private readonly evaluation: Evaluation,
  ) {}

  /** A condition that is not declared, or that depends on itself, does not hold; that is reported. */
  holds(name: string, at: Located): boolean {
    const known = this.decided.get(name);
    if (typeof known === "boolean") return known;
    const declared =
      this.section?.node.kind === "map" ? this.section.node.entries.find(({ key }) => key === name) : undefined;
    if (known === "deciding" || declared === undefined || this.section === undefined) {
      const reason = known === "deciding" ? "depends on itself" : "is not declared";
      this.evaluation.report("definition-not-valid", at, `the condition ${name} ${reason}; it is taken not to hold`);
      return false;
    }
    this.decided.set(name, "deciding");
    const result = this.decide(this.evaluation.located(declared.value, this.section.document));
    this.decided.set(name, result);
    return result;
  }

  private decide(at: Located): boolean {
    const operandsOf = (key: string): Located[] | undefined => {
      const operand = intrinsic(at.node, key);
      if (operand === undefined) return undefined;
      return operand.kind === "list" ? operand.items.map((node) => ({ node, document: at.document })) : [];
    };
    const reference = intrinsic(at.node, "Condition");
    if (reference?.kind === "scalar") return this.holds(String(reference.value), at);
    const all = operandsOf("Fn::And");
    if (all !== undefined) return all.every((operand) => this.decide(operand));
    const any = operandsOf("Fn::Or");
    if (any !== undefined) return any.some((operand) => this.decide(operand));
    const not = operandsOf("Fn::Not");
    if (not?.[0] !== undefined) return !this.decide(not[0]);
    const [left, right] = operandsOf("Fn::Equals") ?? [];
    if (left !== undefined && right !== undefined) return this.textOf(left) === this.textOf(right);
    this.evaluation.report("definition-not-valid", at, "this is no condition; it is taken not to hold");
    return false;
  }

  private textOf({ node, document }: Located): string | undefined {
    return this.evaluation.declare(node, document)?.text();
  }
}
