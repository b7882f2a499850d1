import { type DefinitionProblem, type ProblemCode, ProblemList } from "../definition-problem.js";
import { resolvePath } from "../file-path.js";
import type { HostNode } from "../tree/host-node.js";
import { Declared } from "./declared.js";
import type { Evaluator } from "./evaluator.js";
import { OpenApiRoot } from "./openapi-root.js";
import type { ParsedFile } from "./parse-file.js";
import { References } from "./references.js";
import type { Located, SourceDocument } from "./source-document.js";

/** More than the largest template that CloudFormation takes (1 MB) can ask for without repeating itself. */
const MOST_STEPS = 500_000;

/** What reading one definition needs throughout: files, values from outside, problems, and the format's evaluator. */
export class Evaluation {
  readonly problems = new ProblemList();
  /** Files that the definition needs, those that were not loaded among them. */
  readonly needed = new Set<string>();
  readonly references = new References(this);
  /** Set by the reader of the format before it declares anything. */
  evaluator: Evaluator = { settle: (located) => located, expression: () => undefined };
  private readonly openApiRoots = new Map<SourceDocument, OpenApiRoot>();
  /** Documents of values that stand in another document's map. */
  private readonly origins = new WeakMap<HostNode, SourceDocument>();
  private steps = 0;

  /** `files`: what the definition may refer to, loaded before anything is evaluated. */
  constructor(
    readonly parameters: ReadonlyMap<string, string>,
    private readonly files: ReadonlyMap<string, ParsedFile | undefined> = new Map(),
  ) {}

  /** `undefined` for nothing at all. */
  declare(node: HostNode | undefined, document: SourceDocument): Declared | undefined {
    const settled = node && this.settle(node, document);
    const followed = settled && this.references.follow(settled);
    return followed && new Declared(followed.node, followed.document, this);
  }

  /** What a node stands for, a `$ref` being itself. */
  settle(node: HostNode, document: SourceDocument): Located | undefined {
    return this.spend(node, document) ? this.evaluator.settle(this.located(node, document)) : undefined;
  }

  /** A node of a map in `document`, with the document that it is of itself. */
  located(node: HostNode, document: SourceDocument): Located {
    const origin = this.origins.get(node);
    if (origin === undefined) return { node, document };
    return { node, document: origin.openApi === undefined ? (document.openApi?.within(origin) ?? origin) : origin };
  }

  /** Lets a value know its document when it becomes part of another document's map. */
  keepDocument({ node, document }: Located): void {
    this.origins.set(node, document);
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
    const resolved = resolvePath(document.file, path);
    this.needed.add(resolved);
    const file = this.files.get(resolved);
    return file && this.open(file);
  }

  /** The same for a file that may be any text: what is wrong with it as a document is not reported. */
  textFrom(path: string, { document }: Located): SourceDocument | undefined {
    const resolved = resolvePath(document.file, path);
    this.needed.add(resolved);
    return this.files.get(resolved)?.document;
  }

  /** Reports what is wrong with a file, if it is not the definition itself. */
  reportSyntax({ file }: SourceDocument): void {
    const parsed = this.files.get(resolvePath("", file));
    if (parsed !== undefined) this.open(parsed);
  }

  /** The document of a place's file. */
  documentOf(path: string): SourceDocument | undefined {
    return this.files.get(resolvePath("", path))?.document;
  }

  /** The document of a file; what is wrong with it is reported. `undefined` if nothing of it can be read. */
  open({ document, isReadable, problems }: ParsedFile): SourceDocument | undefined {
    for (const { message, ...range } of problems) {
      this.problems.report("definition-syntax", { document, range }, { message });
    }
    return isReadable ? document : undefined;
  }

  /** The same for a file that belongs to an OpenAPI document. */
  openApiFrom(path: string, at: Located): OpenApiRoot | undefined {
    const document = this.fileFrom(path, at);
    if (document === undefined) return undefined;
    const root = this.openApiRoots.get(document) ?? new OpenApiRoot({ node: document.root, document });
    this.openApiRoots.set(document, root);
    return root;
  }

  report(code: ProblemCode, at: Located, message: string, hint?: string): void {
    const details = hint === undefined ? { message } : { message, hint };
    this.problems.report(code, { document: at.document, range: at.node }, details);
  }

  /** The value that the user gave for a name, or the name itself, which is reported. */
  unresolved(name: string, at: Located): string {
    const given = this.parameters.get(name);
    if (given !== undefined) return given;
    const reason = this.evaluator.unknown?.(name, at) ?? `${name} is known only once the API is deployed`;
    this.problems.report(
      "definition-unresolved",
      { document: at.document, range: at.node },
      {
        message: `${reason}; the text ${JSON.stringify(name)} stands for it here`,
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
