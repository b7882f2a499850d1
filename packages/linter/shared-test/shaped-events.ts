import { type Node, parse, type TemplateEvent, walk } from "@apigw-vtl/compiler";

/** What a template reads below a value: members, and elements of a list. */
interface Shape {
  readonly members: Map<string, Shape>;
  isList: boolean;
}

/** Texts that end strings, values, pairs and lines, the ends of numbers, and what some methods choke on. */
const TEXTS = [
  '"',
  "\\",
  "\\\\",
  "'",
  "\\'",
  '\\"',
  "\n\t",
  "\u0001",
  "\u2028",
  'x","zz":"y',
  'x"},{"zz":"y',
  '\\u0022,"zz":1',
  "1,2",
  "1}",
  "]",
  "[]",
  "{}",
  '["',
  '{"k":"v"}',
  "",
  " ",
  "-0",
  "01",
  "1e400",
  "NaN",
  "null",
  "true",
  "false",
  "a&zz=1",
  "%22",
  "+",
  "#end",
  "$input.body",
  "${x}",
  "Ig==",
  "é𝒳",
  "constructor",
  "__proto__",
];

const NUMBERS = [0, -1, 7, 2 ** 31, 2 ** 53, 0.1, 1e-7, 1.7e308];

/** What the service writes into every request; nobody sends it. */
const SERVICE_CONTEXT = {
  accountId: "123456789012",
  apiId: "a1b2c3",
  deploymentId: "d1e2",
  domainName: "example.org",
  domainPrefix: "example",
  extendedRequestId: "ZDb-VclrIAMCJ3w=",
  httpMethod: "PUT",
  path: "/v1/p",
  protocol: "HTTP/1.1",
  requestId: "0f0e0d0c-0b0a-0908-0706-050403020100",
  requestTime: "29/Nov/2026:22:50:17 +0000",
  requestTimeEpoch: 1_796_079_017_000,
  resourceId: "r3s0",
  resourcePath: "/v1/{p}",
  stage: "v1",
  connectionId: "L0SM9cOFvHcCIhw=",
  connectedAt: 1_796_079_000_000,
} as const;

/** Claims that the issuer of a token writes. */
const ISSUED = { sub: "0f0e0d0c", iss: "https://example.org", exp: "1796079017", aud: "client" };

/**
 * Requests in the shape that a template's paths and names ask for, with hostile values in all of its places: what the
 * tree says, where `HostileEvents` goes by the words of the text. The same ones for the same seed.
 */
export class ShapedEvents {
  readonly #body: Shape = { members: new Map(), isList: false };
  readonly #names: readonly string[];
  readonly #texts: readonly string[];
  #seed: number;

  constructor(template: string, seed: number) {
    this.#seed = seed;
    const names = new Set<string>();
    const texts = new Set(TEXTS);
    walk(parse(template).tree as Node, (node) => {
      if (node.type === "PropertyStep") names.add(node.name);
      if (node.type !== "StringLiteral") return;
      const path = node.value.match(/[A-Za-z_][\w-]*|\[\d+\]|\[\*\]/g) ?? [];
      if (/^\$/.test(node.value)) this.#add(path);
      else if (/^[\w-]+$/.test(node.value)) names.add(node.value);
      texts.add(node.value);
    });
    this.#names = [...names, "k"];
    this.#texts = [...texts];
    // Names behind a variable may stand below any path.
    for (const name of names) this.#add([name]);
  }

  next(): TemplateEvent {
    const claims = { ...this.#parameters(/^[\w:-]+$/), ...ISSUED };
    const authorizer = this.#below(3) > 0 ? { authorizer: { ...this.#parameters(/^[\w-]+$/), claims } } : {};
    const identity = {
      sourceIp: "2001:db8::7",
      userAgent: this.#text(),
      ...(this.#below(2) > 0 && { userArn: "arn:aws:iam::1:user/u" }),
    };
    return {
      ...(this.#below(9) > 0 && { body: JSON.stringify(this.#value(this.#body, 0)) }),
      headers: this.#parameters(/^[\w-]+$/),
      querystring: this.#parameters(/./s),
      path: this.#parameters(/^\w+$/),
      context: { ...SERVICE_CONTEXT, path: this.#text(), identity, ...authorizer },
    };
  }

  #add(path: readonly string[]): void {
    let shape = this.#body;
    for (const step of path) {
      if (step.startsWith("[")) shape.isList = true;
      else {
        const inner = shape.members.get(step) ?? { members: new Map(), isList: false };
        shape.members.set(step, inner);
        shape = inner;
      }
    }
  }

  /** A value of the shape that is asked for, or of another one. */
  #value(shape: Shape, depth: number): unknown {
    const kind = this.#below(12);
    if (depth > 5 || kind === 0) return this.#text();
    if (kind === 1) return [null, true, false, ...NUMBERS][this.#below(3 + NUMBERS.length)];
    if (kind === 2 || (shape.isList && kind < 10)) {
      const element = { members: shape.members, isList: false };
      return Array.from({ length: this.#below(4) }, () => this.#value(element, depth + 1));
    }
    const isLeaf = shape.members.size === 0;
    if (isLeaf && kind < 9) return this.#text();
    const members: [string, unknown][] = [];
    for (const [name, inner] of isLeaf ? this.#body.members : shape.members) {
      if (this.#below(isLeaf ? 3 : 8) > 0 === isLeaf) continue;
      // What is read of elements stands in lists, whose path the tree does not always tell.
      const below = inner.members.size > 0 || this.#below(4) > 0 ? inner : this.#body;
      members.push([this.#below(20) === 0 ? this.#text() : name, this.#value(below, depth + 1)]);
    }
    return Object.fromEntries(members);
  }

  #parameters(allowed: RegExp): Record<string, string> {
    const entries: [string, string][] = [];
    for (const name of this.#names) {
      if (this.#below(3) === 0) continue;
      const sent = this.#below(12) === 0 ? this.#text() : name;
      if (allowed.test(sent)) entries.push([sent, this.#text()]);
    }
    return Object.fromEntries(entries);
  }

  #text(): string {
    const text = this.#texts[this.#below(this.#texts.length)]!;
    return this.#below(5) === 0 ? text + this.#texts[this.#below(this.#texts.length)]! : text;
  }

  /** Mulberry32. */
  #below(limit: number): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
}
