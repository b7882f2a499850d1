import type { TemplateEvent } from "@apigw-vtl/compiler";

const texts = [
  '"',
  "\\",
  "'",
  "\\'",
  '\\"',
  "\n",
  "\u0000",
  "\u2028é😀",
  '","x":"y',
  "1,2",
  "}",
  "]",
  "{}",
  '{"a":"\'"}',
  '["\\""]',
  "",
  "a",
  "true",
  "0",
  "007",
  "1e5",
  "a=b&c=d+e%20",
  "@@",
  "$x",
  "Jw==",
  "Ig==",
  "null",
];

/** Words that a template uses as names, with a few that it does not. */
function vocabulary(template: string): readonly string[] {
  const words = template.match(/[A-Za-z_][\w-]*/g) ?? [];
  return [...new Set([...words, ...texts.slice(0, 12), "zz"])];
}

/** What the service writes into every request. */
const serviceContext = {
  accountId: "123456789012",
  apiId: "a1b2c3",
  deploymentId: "d1",
  domainName: "a.execute-api.eu-west-1.amazonaws.com",
  domainPrefix: "a",
  extendedRequestId: "JKJaXmPLvHcESHA=",
  httpMethod: "POST",
  path: "/prod/x",
  protocol: "HTTP/1.1",
  requestId: "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
  requestTime: "09/Apr/2015:12:34:56 +0000",
  requestTimeEpoch: 1428582896000,
  resourceId: "5nlz3x",
  resourcePath: "/x/{id}",
  stage: "prod",
  connectionId: "L0SM9cOFvHcCIhw=",
  connectedAt: 1428582896000,
};

/** Claims that the issuer of a token writes, and not its user. */
const issuedClaims = { sub: "a1b2c3d4-e5f6", iss: "https://cognito-idp", exp: "1428582896", email_verified: "true" };

/**
 * Random requests within the prover's default assumptions, made from the template's words alone: the prover's own idea
 * of what the template reads has no part in them.
 */
export class HostileEvents {
  readonly #words: readonly string[];
  readonly #strings: readonly string[];
  #state: number;

  constructor(template: string, seed: number) {
    this.#words = vocabulary(template);
    const literals = [...template.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, other]) => one ?? other ?? "");
    this.#strings = [...texts, ...new Set(literals)];
    this.#state = seed * 2654435761 + 12345;
  }

  next(): TemplateEvent {
    const identity = { sourceIp: "203.0.113.7", userAgent: this.#text(), userArn: "arn:aws:iam::1:user/x" };
    const authorizer = { ...this.#texts(true), claims: { ...this.#texts(true), ...issuedClaims } };
    return {
      ...(this.#chance(8) ? {} : { body: JSON.stringify(this.#json(0)) }),
      headers: this.#texts(true),
      querystring: this.#texts(false),
      path: this.#texts(true),
      context: { ...serviceContext, path: this.#text(), identity, ...(this.#chance(3) ? {} : { authorizer }) },
    };
  }

  /** Parameters; header and path names are words. */
  #texts(wordsOnly: boolean): Record<string, string> {
    const entries: [string, string][] = [];
    for (let count = this.#below(5); count > 0; count--) {
      const name = this.#name();
      if (name !== "" && (!wordsOnly || /^[\w-]+$/.test(name))) entries.push([name, this.#text()]);
    }
    return Object.fromEntries(entries);
  }

  #json(depth: number): unknown {
    const kind = this.#below(depth === 0 ? 14 : depth > 4 ? 6 : 11);
    if (kind < 3) return this.#text();
    if (kind === 3) return [null, true, false, null][this.#below(4)];
    if (kind < 6) return [0, 1, -1, 1.5, 1e21, 12345678901, 1234][this.#below(7)];
    if (kind < 8) return Array.from({ length: this.#below(4) }, () => this.#json(depth + 1));
    const members: [string, unknown][] = [];
    for (let count = this.#below(7); count > 0; count--) members.push([this.#name(), this.#json(depth + 1)]);
    return Object.fromEntries(members);
  }

  #name(): string {
    return this.#words[this.#below(this.#words.length)]!;
  }

  #text(): string {
    const one = this.#strings[this.#below(this.#strings.length)]!;
    return this.#chance(4) ? one + this.#strings[this.#below(this.#strings.length)]! : one;
  }

  #chance(oneIn: number): boolean {
    return this.#below(oneIn) === 0;
  }

  #below(limit: number): number {
    let x = this.#state | 1;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % limit;
  }
}
