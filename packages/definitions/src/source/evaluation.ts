import { type DefinitionProblem, type ProblemCode, ProblemList } from "../definition-problem.js";
import { resolvePath } from "../file-path.js";
import { placeholderFor } from "../holes/placeholder.js";
import type { RefusedFile } from "../reader/file-access.js";
import type { HostNode } from "../tree/host-node.js";
import { branches, pointerTo } from "../tree/lookup.js";
import { Declared } from "./declared.js";
import type { Evaluator } from "./evaluator.js";
import { parsedIn } from "./load-source.js";
import { OpenApiRoot } from "./openapi-root.js";
import type { ParsedFile } from "./parse-file.js";
import { References } from "./references.js";
import type { Located, SourceDocument } from "./source-document.js";

/** More than the largest template that CloudFormation takes (1 MB) can ask for without repeating itself. */
const MOST_STEPS = 500_000;

const MOST_ARMS = 64;

/**
 * `deploy`: parameters are given, conditions decided, and what stays unknown is reported. `inspect`: every arm of a
 * condition is kept, what is filled in later is a placeholder, and nothing but missing files is worth a word.
 */
export type EvaluationPolicy = "deploy" | "inspect";

/** A place that names a file of the definition. */
export interface NamedFile {
  readonly at: Located;
  readonly path: string;
  readonly isThere: boolean;
  /** Why it is not read, where it may be there. */
  readonly refusal?: string;
}

/** A value that a place may have, and the conditions under which it has it, outermost first. */
export interface Arm {
  readonly located: Located;
  /** Keys that lead to it from where the conditions stand. */
  readonly path: readonly (string | number)[];
  readonly conditions: readonly string[];
}

/** The same with the value declared. */
export interface DeclaredArm {
  readonly value: Declared;
  readonly conditions: readonly string[];
}

/** Names that stand for what only a deployment knows, in the place of the values that examples have. */
const PLACEHOLDERS: readonly (readonly [string, string])[] = ["AWS::Region", "AWS::AccountId", "AWS::StackName"].map(
  (name) => [name, placeholderFor(name, false)],
);

/** What reading one definition needs throughout: files, values from outside, problems, and the format's evaluator. */
export class Evaluation {
  readonly problems = new ProblemList();
  /** Files that the definition needs, those that were not loaded among them. */
  readonly needed = new Set<string>();
  /** Places that name other files, in the order that they were met. */
  readonly named: NamedFile[] = [];
  readonly references = new References(this);
  /** Set by the reader of the format before it declares anything. */
  evaluator: Evaluator = { settle: (located) => located, expression: () => undefined };
  private readonly openApiRoots = new Map<SourceDocument, OpenApiRoot>();
  /** Maps of templates that the model has. */
  readonly claimed = new Set<HostNode>();
  /** Documents of values that stand in another document's map. */
  private readonly origins = new WeakMap<HostNode, SourceDocument>();
  /** Addresses of values that stand in a map other than the one that their file has them in. */
  private readonly addresses = new WeakMap<HostNode, string>();
  private steps = 0;

  readonly parameters: ReadonlyMap<string, string>;

  /** `files`: what the definition may refer to, loaded before anything is evaluated. */
  constructor(
    parameters: ReadonlyMap<string, string>,
    private readonly files: ReadonlyMap<string, ParsedFile | RefusedFile | undefined> = new Map(),
    readonly policy: EvaluationPolicy = "deploy",
  ) {
    this.parameters = policy === "inspect" ? new Map([...PLACEHOLDERS, ...parameters]) : parameters;
  }

  /** Reports a file that could not be had, and why if it is there. */
  reportMissing(path: string, at: Located, message: string, hint?: string): void {
    this.report("definition-file-not-found", at, message, this.refusal(resolvePath(at.document.file, path)) ?? hint);
  }

  /** Why a file is not read, if it is there. */
  private refusal(path: string): string | undefined {
    const file = this.files.get(path);
    return file !== undefined && "reason" in file ? file.message : undefined;
  }

  /** `undefined` for nothing at all. `address` is that of the node, unless it leads into another file. */
  declare(node: HostNode | undefined, document: SourceDocument, address = ""): Declared | undefined {
    const settled = node && this.settle(node, document);
    const followed = settled && this.references.follow(settled);
    return followed && new Declared(followed.node, followed.document, this, addressIn(followed, document, address));
  }

  /** The values that a place may have: one, but where conditions are left undecided. */
  declareArms(node: HostNode, document: SourceDocument, address: string): DeclaredArm[] {
    const arms =
      this.policy === "deploy"
        ? [{ located: { node, document }, path: [], conditions: [] }]
        : this.arms(node, document);
    return arms.flatMap(({ located, path, conditions }) => {
      const value = this.declare(located.node, located.document, path.reduce<string>(pointerTo, address));
      return value === undefined ? [] : [{ value, conditions }];
    });
  }

  /** The same unresolved, whatever the policy: all arms of all conditions. */
  arms(node: HostNode, document: SourceDocument): Arm[] {
    const found: Arm[] = [];
    // Names may lead to each other in a circle: `names` are the places that an arm has come by.
    const pending: (Arm & { readonly names: readonly HostNode[] })[] = [
      { located: { node, document }, path: [], conditions: [], names: [] },
    ];
    for (let next = pending.shift(); next !== undefined && found.length < MOST_ARMS; next = pending.shift()) {
      const { names, ...arm } = next;
      const { located, path, conditions } = arm;
      if (!this.spend(located.node, located.document)) break;
      const inner = branches(located.node, conditions);
      const [only] = inner;
      if (only === undefined) continue;
      if (inner.length > 1 || only.node !== located.node) {
        pending.unshift(
          ...inner.map((each) => ({
            ...each,
            names,
            path: [...path, ...each.path],
            located: this.located(each.node, located.document),
          })),
        );
        continue;
      }
      const target = this.evaluator.follow?.(located) ?? located;
      if (target.node === located.node || names.includes(target.node)) found.push(arm);
      else pending.unshift({ located: target, path, conditions, names: [...names, target.node] });
    }
    return found;
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
  keepDocument({ node, document }: Located, address?: string): void {
    this.origins.set(node, document);
    if (address !== undefined) this.addresses.set(node, address);
  }

  /** The address of such a value, where that was kept too. */
  keptAddress(node: HostNode): string | undefined {
    return this.addresses.get(node);
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
  fileFrom(path: string, at: Located): SourceDocument | undefined {
    const file = this.fileNamed(path, at);
    return file && this.open(file);
  }

  /** The same for a file that may be any text: what is wrong with it as a document is not reported. */
  textFrom(path: string, at: Located): SourceDocument | undefined {
    return this.fileNamed(path, at)?.document;
  }

  private fileNamed(path: string, at: Located): ParsedFile | undefined {
    const resolved = resolvePath(at.document.file, path);
    this.needed.add(resolved);
    const file = parsedIn(this.files, resolved);
    // Buckets, URLs and names that only the deployment knows are no files of the project.
    const isLocal = !/^[a-z][a-z0-9+.-]+:|[<>$]/i.test(path);
    const refusal = this.refusal(resolved);
    if (isLocal) {
      this.named.push({ at, path: resolved, isThere: file !== undefined, ...(refusal !== undefined && { refusal }) });
    }
    return file;
  }

  /** Reports what is wrong with a file, if it is not the definition itself. */
  reportSyntax({ file }: SourceDocument): void {
    const parsed = parsedIn(this.files, resolvePath("", file));
    if (parsed !== undefined) this.open(parsed);
  }

  /** The document of a place's file. */
  documentOf(path: string): SourceDocument | undefined {
    return parsedIn(this.files, resolvePath("", path))?.document;
  }

  /** The document of a file; what is wrong with it is reported. `undefined` if nothing of it can be read. */
  open({ document, isReadable, problems }: ParsedFile): SourceDocument | undefined {
    for (const { message, start, end } of problems) {
      const range = { start, end };
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
    if (this.policy === "inspect") return;
    const details = hint === undefined ? { message } : { message, hint };
    this.problems.report(code, { document: at.document, range: at.node }, details);
  }

  /** The value that the user gave for a name, or the name itself, which is reported. */
  unresolved(name: string, at: Located): string {
    const given = this.parameters.get(name);
    if (given !== undefined) return given;
    if (this.policy === "inspect") return placeholderFor(name, false);
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

/** An address is one within a file: what stands in another file has its own there. */
function addressIn(found: Located, from: SourceDocument, address: string): string {
  const { document } = found;
  return document.file === from.file && document.embedded === from.embedded ? address : (found.address ?? "");
}
