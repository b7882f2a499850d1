const SERIALIZER =
  /^(?:JSON\.stringify|(?:json\.)?dumps|jsonencode|.*\.(?:toJsonString|to_json_string|jsonStringify|json_dumps))$/s;

/** Whether a function writes a value as JSON: `JSON.stringify`, `json.dumps`, `jsonencode`, `stack.toJsonString`. */
export function isSerializer(callee: string): boolean {
  return SERIALIZER.test(callee);
}

/** Whether an expression is one call of such a function. */
export function isSerialized(expression: string): boolean {
  const open = expression.indexOf("(");
  return open > 0 && isSerializer(expression.slice(0, open).trim()) && closing(expression, open) === expression.length;
}

/** Behind the bracket that closes the one at `open`; brackets in quotes count too, so that an odd one is no such call. */
function closing(expression: string, open: number): number {
  let depth = 0;
  for (let i = open; i < expression.length; i++) {
    if (expression[i] === "(") depth++;
    else if (expression[i] === ")" && --depth === 0) return i + 1;
  }
  return -1;
}
