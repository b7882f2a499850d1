const LONGEST_NAME = 48;

/**
 * The text that stands for a host expression in the template. `<AWS::Region>` is plain text to Velocity wherever it
 * stands (it neither starts nor continues a reference or a directive) and safe inside JSON and VTL strings. Where
 * Velocity expects an expression, a number is the only text that parses without naming something.
 */
export function placeholderFor(expression: string, inExpression: boolean): string {
  if (inExpression) return "1";
  const name = expression.replace(/[^\w.:/@-]+/g, "-").replace(/^-+|-+$/g, "");
  const shortened = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}~` : name;
  return `<${shortened || "host"}>`;
}

/** The same where the host fills in the name of a property, `$body.${field}`: a name, so that the reference is one. */
export function namePlaceholderFor(expression: string): string {
  return /[A-Za-z]\w*(?=\W*$)/.exec(expression)?.[0].slice(0, LONGEST_NAME) ?? "host";
}
