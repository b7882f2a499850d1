/**
 * How a template is spelt in the literal that holds it. The grammar reads the file, not the decoded template: in a JSON
 * string a quote of the template is `\"` and a new line `\n`, and a bare quote ends it all.
 */
export interface Spelling {
  /** Names the rules in the repository: `double-quoted-reference`. */
  readonly id: string;
  /** A double quote of the template, a single one, and the backslash before `$` or `#`. */
  readonly double: string;
  readonly single: string;
  readonly backslash: string;
  /** What ends the literal, looked ahead to; an unclosed parenthesis of the template must not swallow the file. */
  readonly stop?: string;
  /** The end of a line of the template, looked ahead to. */
  readonly lineEnd: string;
  /** The beginning of `${name}`, in two groups, where the file has a use of its own for `${`. */
  readonly formal?: string;
  /** That use: what the file fills in before Velocity sees the template. */
  readonly interpolation?: { readonly begin: string; readonly end: string; readonly scope: string };
  /** Escapes of the literal that stand for one character of the template. */
  readonly escape?: string;
}

/** A file of its own, a block of YAML, a heredoc: the template as it is. */
const plain: Spelling = { id: "plain", double: '"', single: "'", backslash: "\\\\", lineEnd: "$" };

/** `"…"` of JSON, YAML, HCL, TypeScript and Python. */
const doubleQuoted: Spelling = {
  id: "double-quoted",
  double: '\\\\"',
  single: "\\\\?'",
  backslash: "\\\\\\\\",
  stop: '(?=")',
  lineEnd: '(?=\\\\[nr]|")|$',
  escape: "\\\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^\\r\\n])",
};

/** `'…'` of YAML, where a doubled quote is a quote and a backslash is one. */
const singleQuotedYaml: Spelling = {
  id: "single-quoted-yaml",
  double: '"',
  single: "''",
  backslash: "\\\\",
  stop: "(?='(?!'))",
  lineEnd: "(?='(?!'))|$",
  escape: "''",
};

/** `'…'` of TypeScript and Python. */
const singleQuoted: Spelling = {
  id: "single-quoted",
  double: '\\\\?"',
  single: "\\\\'",
  backslash: "\\\\\\\\",
  stop: "(?=')",
  lineEnd: "(?=\\\\[nr]|')|$",
  escape: "\\\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^\\r\\n])",
};

/** A template literal of TypeScript, where `\${` is a dollar sign and a brace. */
const templateLiteral: Spelling = {
  id: "template-literal",
  double: '\\\\?"',
  single: "\\\\?'",
  backslash: "\\\\\\\\",
  stop: "(?=`)",
  lineEnd: "(?=\\\\[nr]|`)|$",
  formal: "(\\\\\\$!?|\\$!)(\\{)",
  interpolation: {
    begin: "\\$\\{",
    end: "\\}",
    scope: "meta.template.expression.ts variable.other.readwrite.ts",
  },
  escape: "\\\\[^\\r\\n$]",
};

/** `"""…"""` of Python; the other kind of triple quotes differs in `stop`. */
const tripleDoubleQuoted: Spelling = {
  id: "triple-double-quoted",
  double: '\\\\?"(?!"")',
  single: "\\\\?'",
  backslash: "\\\\\\\\",
  stop: '(?=""")',
  lineEnd: '(?=\\\\[nr]|""")|$',
  escape: "\\\\[^\\r\\n]",
};

/** A block under `!Sub`: `${Name}` is CloudFormation's, `${!name}` is the template's `${name}`. */
const cloudFormationSub: Spelling = {
  ...plain,
  id: "sub",
  formal: "(\\$(?=\\{!)|\\$!)(\\{!?)",
  interpolation: { begin: "\\$\\{(?!!)", end: "\\}", scope: "variable.parameter.substitution.cloudformation" },
};

/** A heredoc of Terraform: `${name}` is Terraform's, `$${name}` is the template's `${name}`. */
const heredoc: Spelling = {
  ...plain,
  id: "heredoc",
  formal: "(\\$\\$(?=\\{)|\\$!)(\\{)",
  interpolation: { begin: "[$%]\\{", end: "\\}", scope: "meta.interpolation.hcl variable.other.readwrite.hcl" },
};

const quotedHcl: Spelling = {
  ...doubleQuoted,
  id: "quoted-hcl",
  formal: "(\\$\\$(?=\\{)|\\$!)(\\{)",
  interpolation: { begin: "[$%]\\{", end: "\\}", scope: "meta.interpolation.hcl variable.other.readwrite.hcl" },
};

const tripleSingleQuoted: Spelling = {
  ...tripleDoubleQuoted,
  id: "triple-single-quoted",
  double: '\\\\?"',
  single: "\\\\?'(?!'')",
  stop: "(?=''')",
  lineEnd: "(?=\\\\[nr]|''')|$",
};

export const spellings = {
  plain,
  doubleQuoted,
  singleQuotedYaml,
  cloudFormationSub,
  heredoc,
  quotedHcl,
  singleQuoted,
  templateLiteral,
  tripleDoubleQuoted,
  tripleSingleQuoted,
} as const;

/** Escapes of the literal, where nothing else is to be told apart. */
export function escapes(spelling: Spelling): readonly { readonly match: string; readonly name: string }[] {
  return spelling.escape === undefined
    ? []
    : [{ match: spelling.escape, name: "constant.character.escape.literal.vtl" }];
}

/** An `end` that the literal's end ends too. */
export function endOf(spelling: Spelling, ...ends: readonly string[]): string {
  return [...ends, ...(spelling.stop === undefined ? [] : [spelling.stop])].join("|");
}
