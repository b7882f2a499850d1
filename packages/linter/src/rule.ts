import type { Diagnostic, DialectName, Node, Range, Template } from "@apigw-vtl/compiler";
import type { FoundRoute, HoleRange, Integration, Place, Route, TemplateFacts } from "@apigw-vtl/definitions";
import type { Analysis } from "./analysis.js";
import type { PrintedValue } from "./prover/interpreter/observations.js";

/** `error`: fails in the service or gives a broken document. `warning`: likely wrong output. `info`: worth knowing. */
export type Level = "error" | "warning" | "info";

/** `strict` holds everything that `recommended` does, `all` everything that `strict` does. */
export const ruleSets = ["recommended", "strict", "all"] as const;

export type RuleSet = (typeof ruleSets)[number];

/** Templates that run, those of gateway responses, which are not VTL, and those of proxies, which run none. */
export type RuleTarget = "mapping-template" | "gateway-response" | "proxy";

export interface RuleMeta {
  /** Kebab case; the name of the rule's folder. */
  readonly id: string;
  /** What the rule finds, in one line without a full stop. */
  readonly title: string;
  readonly level: Level;
  /** The smallest set that holds the rule. */
  readonly set: RuleSet;
  /** What its fixes are; absent if it has none. */
  readonly fixable?: "safe" | "unsafe";
  /** What templates it sees; default: those that run. */
  readonly target?: RuleTarget;
  /** Says that the document or form that is printed, or the answer of a MOCK integration, can break: a proof can show it. */
  readonly about?: "output" | "mock";
  readonly options?: Readonly<Record<string, OptionSchema>>;
}

/** An option of a rule, as `config.schema.json` describes it. */
export type OptionSchema =
  | { readonly type: "number"; readonly default: number; readonly description: string }
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }
  | { readonly type: "strings"; readonly default: readonly string[]; readonly description: string };

export type OptionValue = number | boolean | readonly string[];

type ValueOfOption<Schema> = Schema extends { readonly type: "number" }
  ? number
  : Schema extends { readonly type: "boolean" }
    ? boolean
    : readonly string[];

export type OptionsOf<Meta> = Meta extends { readonly options: infer Schemas }
  ? { readonly [Name in keyof Schemas]: ValueOfOption<Schemas[Name]> }
  : Readonly<Record<never, never>>;

export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  /** Apart from each other. */
  readonly edits: readonly TextEdit[];
  /** A safe fix does not change the output for inputs that worked before. */
  readonly safe: boolean;
}

/** A change that a person has to choose. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a rule reports, one thing of a place. The message says what is wrong, why it matters, and what to do. */
export interface Problem {
  readonly range: Range;
  readonly message: string;
  /** Edits apart from each other; the rule's meta says whether they are safe. */
  readonly fix?: readonly TextEdit[] | undefined;
  readonly suggestions?: readonly Suggestion[];
  /** The compiler's diagnostic that this problem says better; it is not shown then. */
  readonly replaces?: Diagnostic;
}

export interface RuleContext<Options = Readonly<Record<string, OptionValue>>> {
  readonly source: string;
  readonly tree: Template;
  /** What the compiler says about the template, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the host says about the template; absent of a bare template. */
  readonly facts: TemplateFacts | undefined;
  /** Where the host fills in text that is not known here. */
  readonly holes: readonly HoleRange[];
  readonly dialect: DialectName;
  /** Computed when first asked for, once for all rules. */
  readonly analysis: Analysis;
  readonly options: Options;
  /** The template's text at a range. */
  text(range: Range): string;
  report(problem: Problem): void;
}

type NodeOf<Type extends Node["type"]> = Extract<Node, { readonly type: Type }>;

/** Functions by node type; `Foreach:exit` runs after the node's children, and what is no node last. */
export type Visitor = {
  readonly [Type in Node["type"]]?: (node: NodeOf<Type>) => void;
} & {
  readonly [Type in Node["type"] as `${Type}:exit`]?: (node: NodeOf<Type>) => void;
} & {
  /** Runs for what the compiler says about the template, in order of place. */
  readonly Diagnostic?: (diagnostic: Diagnostic) => void;
  /** Runs for every printed value of unknown text: of one that is printed at several kinds of places, for each. */
  readonly Printed?: (printed: PrintedValue) => void;
};

/** Looks at a template. */
export interface TemplateRule {
  readonly meta: RuleMeta;
  create(context: RuleContext): Visitor;
}

/** An integration, whether or not its type is known. */
export type AnyIntegration = Omit<Integration, "type"> & Partial<Pick<Integration, "type">>;

export interface IntegrationContext {
  readonly apiType: FoundRoute["apiType"];
  readonly route: Route;
  readonly integration: AnyIntegration;
  /** Whether requests and answers go through as they are. */
  readonly isProxy: boolean;
  /** Of an AWS integration: `lambda`, `dynamodb`. */
  readonly service: string | undefined;
  /** At `place`, or at the integration's. */
  report(message: string, place?: Place): void;
}

/** Looks at how a method is integrated, with templates or without. */
export interface IntegrationRule {
  readonly meta: RuleMeta;
  check(context: IntegrationContext): void;
}

export type Rule = TemplateRule | IntegrationRule;

/** A rule whose `context.options` are typed by `meta.options`; the linter fills in defaults and checks types. */
export function defineRule<const Meta extends RuleMeta>(rule: {
  readonly meta: Meta;
  create(context: RuleContext<OptionsOf<Meta>>): Visitor;
}): TemplateRule {
  return {
    meta: rule.meta,
    create: (context) => rule.create(context as unknown as RuleContext<OptionsOf<Meta>>),
  };
}
