import { type Node, parse, type TemplateEvent, walk } from "@apigw-vtl/compiler";

/** What a template reads, found in its tree. */
interface Inputs {
  readonly paths: Set<string>;
  readonly parameters: Set<string>;
  readonly members: Set<string>;
}

const plainName = /^[A-Za-z_][\w-]*$/;

function inputsOf(template: string): Inputs {
  const paths = new Set<string>();
  const parameters = new Set<string>();
  const members = new Set<string>();
  walk(parse(template).tree, (node: Node) => {
    if (node.type === "PropertyStep") members.add(node.name);
    if (node.type === "StringLiteral" && !node.template) {
      if (node.value.startsWith("$")) paths.add(node.value);
      else if (plainName.test(node.value)) parameters.add(node.value);
    }
  });
  return { paths, parameters, members };
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** A document in which every path of the template leads somewhere, with `leaf` at its end and in every member. */
function documentFor({ paths, members }: Inputs, leaf: () => Json): { [key: string]: Json } {
  const leaves = () => Object.fromEntries([...members].map((name) => [name, leaf()]));
  const document: { [key: string]: Json } = leaves();
  for (const path of paths) {
    const steps = [...path.matchAll(/([A-Za-z_][\w-]*)(\[)?/g)];
    let at = document;
    steps.forEach(([, name = "", bracket], depth) => {
      const isLast = depth === steps.length - 1;
      const inner = isLast && !bracket ? leaf() : isObject(at[name]) ? at[name] : leaves();
      at[name] = bracket && !Array.isArray(at[name]) ? [inner, leaves()] : (at[name] ?? inner);
      const next = Array.isArray(at[name]) ? at[name][0] : at[name];
      if (!isLast) at = isObject(next) ? next : replaceByObject(at, name);
    });
  }
  // Lists of objects for whatever the template walks.
  for (const name of ["Items", "items", "list", "records", "Records"]) document[name] ??= [leaves(), leaves()];
  return document;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function replaceByObject(at: { [key: string]: Json }, name: string): { [key: string]: Json } {
  const made = {};
  at[name] = Array.isArray(at[name]) ? [made] : made;
  return made;
}

function eventFor(inputs: Inputs, leaf: () => Json, text: () => string): TemplateEvent {
  const parameters = Object.fromEntries([...inputs.parameters].map((name) => [name, text()]));
  const context = Object.fromEntries([...inputs.members].map((name) => [name, text()]));
  return {
    body: JSON.stringify(documentFor(inputs, leaf)),
    path: parameters,
    querystring: { page: text() },
    headers: { "Content-Type": "application/json", "X-Test": text() },
    stageVariables: context,
    context: {
      requestId: "req-1",
      stage: "dev",
      httpMethod: "POST",
      identity: { sourceIp: "1.2.3.4", userAgent: text(), ...context },
      authorizer: { principalId: text(), claims: { sub: text(), "cognito:groups": text() }, ...context },
      requestTimeEpoch: 1700000000000,
    },
  };
}

const hostile = [
  '"',
  "'",
  "\\",
  "a\"b'c\\d",
  "line\nbreak\ttab\u0001",
  "é€😀",
  "$x #if ${y}",
  "</a>&b=c+d%20",
  "",
  "null",
  "1e400",
];

function cycle<Item>(items: readonly Item[]): () => Item {
  let next = 0;
  return () => items[next++ % items.length]!;
}

/** Four requests for a template: everything there, nothing there, hostile strings, numbers and nested values. */
export function eventsFor(template: string): Readonly<Record<string, TemplateEvent>> {
  const inputs = inputsOf(template);
  const nested: Json[] = [
    0,
    -7,
    3000000000,
    1.5,
    1e-7,
    1e21,
    true,
    null,
    [],
    {},
    [1, "a/b", { k: "v" }],
    { a: { b: [2] } },
  ];
  return {
    complete: eventFor(
      inputs,
      () => "value",
      () => "text",
    ),
    empty: { body: "", context: {} },
    hostile: eventFor(inputs, cycle(hostile), cycle(hostile)),
    nested: eventFor(inputs, cycle(nested), cycle(["1", "2.5", "-3", "true"])),
  };
}
