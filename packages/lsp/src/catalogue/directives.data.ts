/** A directive and how it is typed. */
export interface DirectiveEntry {
  readonly name: string;
  readonly documentation: string;
  /** LSP snippet after the `#`; default: the name. */
  readonly snippet?: string;
}

export const directives: readonly DirectiveEntry[] = [
  {
    name: "set",
    documentation: "Sets a variable or a member. A value that is null leaves it as it was.",
    snippet: "set(\\$${1:name} = ${2:value})",
  },
  {
    name: "if",
    documentation:
      'Prints its block if the condition is not false. Empty and missing values are true: compare with `""`. *(recorded)*',
    snippet: "if(${1:condition})\n  $0\n#end",
  },
  { name: "elseif", documentation: "Another condition of an `#if`.", snippet: "elseif(${1:condition})" },
  { name: "else", documentation: "The block of an `#if` when no condition holds." },
  {
    name: "end",
    documentation: "Closes `#if`, `#foreach` or `#define`. The line end after it is not printed.",
  },
  {
    name: "foreach",
    documentation:
      "Prints its block for each element of a list, or value of a map. The service stops after 1,000 rounds.",
    snippet: "foreach(\\$${1:item} in ${2:\\$list})\n  $0#if(\\$foreach.hasNext),#end\n#end",
  },
  {
    name: "define",
    documentation: "Keeps a block that is printed wherever the variable is read.",
    snippet: "define(\\$${1:name})\n  $0\n#end",
  },
  { name: "break", documentation: "Leaves the innermost loop; outside of one it ends the output." },
  { name: "stop", documentation: "Ends the output; what was printed stays." },
];

/** What the directive texts `#else`, `#[[` and others mean, beyond those that are completed. */
export const otherDirectives: Readonly<Record<string, string>> = {
  macro: "The service swallows macros: calls print their own text. *(recorded)*",
  parse: "Not in the service: the rendering fails.",
  include: "Not in the service: the rendering fails.",
  evaluate: "Not in the service: prints its own text. *(recorded)*",
};
