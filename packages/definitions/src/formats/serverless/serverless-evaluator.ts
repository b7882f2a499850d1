import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Evaluator } from "../../source/evaluator.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import { CloudFormationEvaluator } from "../cloudformation/cloudformation-evaluator.js";
import { deploymentAccount } from "../deployment-account.js";

const MOST_STEPS = 32;
const CODE = /\.[cm]?[jt]s$/;

/** Resolves the Serverless framework's variables, and CloudFormation's intrinsics beside them. */
export class ServerlessEvaluator implements Evaluator {
  readonly cloudFormation: CloudFormationEvaluator;
  private depth = 0;

  /** `resources` is the CloudFormation template that the service brings along. */
  constructor(
    private readonly service: SourceDocument,
    resources: SourceDocument,
    private readonly evaluation: Evaluation,
  ) {
    this.cloudFormation = new CloudFormationEvaluator(resources, evaluation);
  }

  settle(located: Located): Located | undefined {
    const { node } = located;
    const text = node.kind === "scalar" && typeof node.value === "string" ? node.value.trim() : "";
    const variable = /^\$\{((?:[^{}]|\$\{[^{}]*\})*:(?!:)(?:[^{}]|\$\{[^{}]*\})*|file\([^{}]*)\}$/.exec(text)?.[1];
    if (variable === undefined || located.document.interpolations.length === 0) {
      return this.cloudFormation.settle(located);
    }
    return this.guarded(() => this.resolve(variable, located)) ?? located;
  }

  expression(source: string, within: Located): string | undefined {
    return this.guarded(() => {
      const found = this.resolve(source, within);
      return found && this.evaluation.declare(found.node, found.document)?.text();
    });
  }

  unknown(source: string, at: Located): string | undefined {
    const path = /^file\(([^()]*)\)/.exec(source)?.[1]?.trim();
    if (path === undefined) return undefined;
    if (CODE.test(path)) return `${path} is code, which is not run here`;
    return this.evaluation.fileFrom(path, at) === undefined ? `${path} cannot be read` : `${source} leads nowhere`;
  }

  /** A variable may lead to itself. */
  private guarded<T>(resolve: () => T): T | undefined {
    if (this.depth > MOST_STEPS) return undefined;
    this.depth++;
    try {
      return resolve();
    } finally {
      this.depth--;
    }
  }

  /** `self:custom.a, opt:b, 'c'`: the first that there is. */
  private resolve(source: string, at: Located): Located | undefined {
    const whole = source.replace(/\$\{([^{}]*)\}/g, (_, inner: string) => this.expression(inner, at) ?? inner);
    const given = this.evaluation.parameters.get(whole);
    if (given !== undefined) return this.text(given, at);
    for (const part of whole.split(/,(?![^(]*\))/)) {
      const found = this.resolveOne(part.trim(), at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private resolveOne(source: string, at: Located): Located | undefined {
    const literal = /^'([^']*)'$|^"([^"]*)"$|^(\d+|true|false)$/.exec(source);
    if (literal !== null) return this.text(literal[1] ?? literal[2] ?? literal[3] ?? "", at);
    const [, path, inner] = /^file\(([^()]*)\)(?::(.*))?$/.exec(source) ?? [];
    if (path !== undefined) {
      // Code would have to be run, and of variables nothing is known but what the user gives.
      if (CODE.test(path)) return undefined;
      const document = this.evaluation.fileFrom(path.trim(), at);
      return document && this.within(document, inner);
    }
    const [, kind, name = ""] = /^(\w+):(.*)$/.exec(source) ?? [];
    const { region, accountId } = deploymentAccount(this.evaluation.parameters);
    switch (kind) {
      case "self":
        return this.within(this.service, name);
      case "opt":
      case "param":
      case "env": {
        const given = this.evaluation.parameters.get(name) ?? this.evaluation.parameters.get(source);
        if (given !== undefined) return this.text(given, at);
        return kind === "param" ? this.declaredParameter(name) : undefined;
      }
      case "sls":
        return name === "stage" ? this.text(this.stage(), at) : undefined;
      case "aws":
        if (name === "region") return this.text(region, at);
        return name === "accountId" ? this.text(accountId, at) : undefined;
      default:
        return undefined;
    }
  }

  /** `--parameter stage=…`, else the provider's, else what the framework takes. */
  stage(): string {
    const given = this.evaluation.parameters.get("stage");
    const declared = this.guarded(() => this.within(this.service, "provider.stage"));
    return given ?? (declared && this.evaluation.declare(declared.node, declared.document)?.text()) ?? "dev";
  }

  /** `params` has some by stage, and `default` for all. */
  private declaredParameter(name: string): Located | undefined {
    return (
      this.within(this.service, `params.${this.stage()}.${name}`) ?? this.within(this.service, `params.default.${name}`)
    );
  }

  private within(document: SourceDocument, path: string | undefined): Located | undefined {
    const root = new Declared(document.root, document, this.evaluation);
    const keys = path === undefined || path === "" ? [] : path.split(".");
    return keys.length === 0 ? root : root.get(...keys);
  }

  private text(value: string, { node: { start, end }, document }: Located): Located {
    return { node: { kind: "scalar", value, start, end }, document: { ...document, interpolations: [] } };
  }
}
