/**
 * Tells members of a set of code points, written as they are between the brackets of a JavaScript class, for Unicode's
 * range alone. The expression is made when it is first asked: the engine puts sets of Unicode together for it, hundreds
 * of them would take milliseconds of every start, and most templates ask for none.
 */
export function characterClass(members: string): (codePoint: number) => boolean {
  let expression: RegExp | undefined;
  return (codePoint) => {
    expression ??= new RegExp(`[${members}]`, "u");
    return expression.test(String.fromCodePoint(codePoint));
  };
}
