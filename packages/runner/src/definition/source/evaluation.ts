import { type HostNode, resolvePath } from "@apigw-vtl/templates";
import { type DefinitionProblem, type ProblemCode, ProblemList } from "../definition-problem.js";
import { Declared } from "./declared.js";
import type { Evaluator } from "./evaluator.js";
import type { Located, SourceDocument } from "./source-document.js";

/** More than the largest template that CloudFormation takes (1 MB) can ask for without repeating itself. */
const MOST_STEPS = 500_000;

/** What reading one definition needs throughout: files, values from outside, problems, and the format's evaluator. */
export class Evaluation {
  readonly problems = new ProblemList();
  /** Files that the definition refers to, by path; loaded before anything is evaluated. */
  readonly files = new Map<string, SourceDocument>();
  /** Set by the reader of the format before it declares anything. */
  evaluator: Evaluator = { settle: (located) => located, expression: () => undefined };
  private steps = 0;

  constructor(readonly parameters: ReadonlyMap<string, string>) {}

  /** `undefined` for nothing at all. */
  declare(node: HostNode | undefined, document: SourceDocument): Declared | undefined {
    if (node === undefined || !this.spend(node, document)) return undefined;
    const settled = this.evaluator.settle({ node, document });
    return settled && new Declared(settled.node, settled.document, this);
  }

  /** Whether evaluation may go on: aliases of YAML can make a small file endless. */
  spend(node: HostNode, document: SourceDocument, steps = 1): boolean {
    this.steps += steps;
    if (this.steps <= MOST_STEPS) return true;
    const message = `the definition takes more than ${MOST_STEPS.toLocaleString("en")} steps to evaluate`;
    const hint = "look for YAML aliases or intrinsics that repeat each other";
    this.problems.report("definition-too-large", { document, range: node }, { message, hint });
    return false;
  }

  /** The file that a path means where it stands, if it could be read. */
  fileFrom(path: string, { document }: Located): SourceDocument | undefined {
    return this.files.get(resolvePath(document.file, path));
  }

  report(code: ProblemCode, at: Located, message: string, hint?: string): void {
    const details = hint === undefined ? { message } : { message, hint };
    this.problems.report(code, { document: at.document, range: at.node }, details);
  }

  /** The value that the user gave for a name, or the name itself, which is reported. */
  unresolved(name: string, at: Located): string {
    const given = this.parameters.get(name);
    if (given !== undefined) return given;
    this.problems.report(
      "definition-unresolved",
      { document: at.document, range: at.node },
      {
        message: `${name} is known only once the API is deployed; the text ${JSON.stringify(name)} stands for it here`,
        hint: `give it with --parameter '${name}=VALUE'`,
        about: name,
      },
    );
    return name;
  }

  get found(): readonly DefinitionProblem[] {
    return this.problems.all;
  }
}
