import type { Block, Expression, Reference, Statement, Template } from "@apigw-vtl/compiler";

/** A reference, or its first steps, and where in the template its value is to be looked at. */
export interface Probe {
  readonly reference: Reference;
  /** How many of its steps. */
  readonly steps: number;
  readonly at: number;
}

/** Methods that change what they are called on: looking at them would change what the template does. */
const mutators = /^(?:add|put|remove|retain|clear|set|sort|merge|compute|trimTo|ensure|next|notify)/;

/** Every reference whose value can be looked at without changing or failing what the template does. */
export function probesOf({ body }: Template): readonly Probe[] {
  return [...ofBlock(body)];
}

function* ofBlock({ statements }: Block): Generator<Probe> {
  for (const statement of statements) yield* ofStatement(statement);
}

function* ofStatement(node: Statement): Generator<Probe> {
  const { start, end } = node.range;
  switch (node.type) {
    case "Reference":
      yield* ofExpression(node, start);
      break;
    case "Set":
      yield* ofExpression(node.value, start);
      if (node.target.type === "Reference") yield* ofReference(node.target, end);
      break;
    case "If": {
      const [first] = node.branches;
      // What later conditions ask may only make sense when the first does not hold.
      if (first) yield* ofExpression(first.condition, start);
      for (const { body } of node.branches) yield* ofBlock(body);
      if (node.otherwise) yield* ofBlock(node.otherwise.body);
      break;
    }
    case "Foreach":
      yield* ofExpression(node.iterable, start);
      if (node.variable) yield* ofReference(node.variable, node.body.range.start);
      yield* ofBlock(node.body);
      break;
    case "Define":
      yield* ofBlock(node.body);
  }
}

function* ofExpression(node: Expression, at: number): Generator<Probe> {
  switch (node.type) {
    case "Reference":
      yield* ofReference(node, at);
      for (const step of node.steps) {
        if (step.type === "MethodStep") for (const argument of step.arguments) yield* ofExpression(argument, at);
        if (step.type === "IndexStep") yield* ofExpression(step.index, at);
      }
      break;
    case "StringLiteral":
      for (const statement of node.template?.body.statements ?? []) {
        if (statement.type === "Reference") yield* ofExpression(statement, at);
      }
      break;
    case "BinaryExpression":
      yield* ofExpression(node.left, at);
      // `&&` asks for its right side only if the left holds.
      if (node.operator !== "&&" && node.operator !== "||") yield* ofExpression(node.right, at);
      break;
    case "NotExpression":
      yield* ofExpression(node.operand, at);
      break;
    case "ParenthesizedExpression":
      yield* ofExpression(node.expression, at);
      break;
    case "ListLiteral":
      for (const item of node.items) yield* ofExpression(item, at);
      break;
    case "MapLiteral":
      for (const { value } of node.entries) yield* ofExpression(value, at);
  }
}

function* ofReference(reference: Reference, at: number): Generator<Probe> {
  const { escaped, runt, notComputable } = reference.prefix;
  if (escaped || runt || notComputable) return;
  for (let steps = 0; steps <= reference.steps.length; steps++) {
    const step = reference.steps[steps - 1];
    if (step?.type === "MethodStep" && mutators.test(step.name)) return;
    yield { reference, steps, at };
  }
}
