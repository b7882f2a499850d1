import { readScalar } from "./json-scalar.js";

/** Why a text is not JSON (RFC 8259); the range is the offending token, empty at the end of the text. */
export interface JsonProblem {
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
}

/** One token of a JSON text; `value` is a string (also a key), number, `true`, `false` or `null`. */
type JsonTokenKind = "{" | "}" | "[" | "]" | ":" | "," | "value";

/** Receives the tokens in order, with half-open offsets. */
export type JsonTokenListener = (kind: JsonTokenKind, start: number, end: number) => void;

/**
 * Finds the first place where a text stops being JSON; undefined when it is JSON. Exists because `JSON.parse` on Node 20
 * leaves the position out of half of its messages, and knows nothing of what templates typically get wrong.
 * Walks without recursion, in linear time.
 */
export function checkJson(text: string, onToken: JsonTokenListener = () => {}): JsonProblem | undefined {
  return new JsonChecker(text, onToken).run();
}

const WHITESPACE = /[ \t\n\r]*/y;
const LAST_COMMA = "print the comma only when another item follows, for example with #if($foreach.hasNext),#end";
const NOTHING_PRINTED = "a reference that is undefined or null prints nothing";

class JsonChecker {
  readonly #text: string;
  readonly #onToken: JsonTokenListener;
  readonly #open: ("{" | "[")[] = [];
  #at = 0;
  /** Where the comma is that was read last, while nothing has followed it. */
  #comma: number | undefined;
  #expected: "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "nothing" = "value";

  constructor(text: string, onToken: JsonTokenListener) {
    this.#text = text;
    this.#onToken = onToken;
  }

  run(): JsonProblem | undefined {
    for (;;) {
      WHITESPACE.lastIndex = this.#at;
      WHITESPACE.test(this.#text);
      this.#at = WHITESPACE.lastIndex;
      const character = this.#text[this.#at];
      if (character === undefined) return this.#expected === "nothing" ? undefined : this.#endedEarly();
      const problem = this.#step(character);
      if (problem !== undefined) return problem;
    }
  }

  #step(character: string): JsonProblem | undefined {
    if (this.#expected === "nothing") return this.#problem("there is text after the end of the document");
    switch (character) {
      case "}":
      case "]":
        return this.#close(character);
      case ",":
        return this.#separate();
      case ":":
        return this.#assign();
    }
    if (this.#expected === "colon") return this.#problem("expected ':' after the key");
    if (this.#expected === "comma") return this.#problem(`expected ',' or '${this.#closer()}' after the value`);
    if (this.#expected === "key" || this.#expected === "key or }") return this.#key(character);
    if (character === "{" || character === "[") return this.#openUp(character);
    return this.#scalar(this.#afterValue());
  }

  #close(character: "}" | "]"): JsonProblem | undefined {
    if (this.#open.length === 0 || this.#closer() !== character) {
      return this.#problem(`'${character}' closes nothing that is open here`);
    }
    if (this.#comma !== undefined) {
      const message = `there is a comma before '${character}'`;
      return { message, hint: LAST_COMMA, start: this.#comma, end: this.#at + 1 };
    }
    if (this.#expected === "colon") return this.#problem("expected ':' after the key");
    if (this.#expected === "value") return this.#problem(`a value is missing before '${character}'`, NOTHING_PRINTED);
    this.#open.pop();
    this.#take(character);
    this.#expected = this.#afterValue();
    return undefined;
  }

  #separate(): JsonProblem | undefined {
    if (this.#expected === "colon") return this.#problem("expected ':' after the key");
    if (this.#expected !== "comma") {
      const missing = this.#expected.startsWith("key") ? "a key and its value are" : "a value is";
      return this.#problem(`${missing} missing before ','`, NOTHING_PRINTED);
    }
    this.#comma = this.#at;
    this.#take(",");
    this.#expected = this.#open.at(-1) === "{" ? "key" : "value";
    return undefined;
  }

  #assign(): JsonProblem | undefined {
    if (this.#expected !== "colon") return this.#problem("':' belongs after a key");
    this.#take(":");
    this.#expected = "value";
    return undefined;
  }

  #key(character: string): JsonProblem | undefined {
    return character === '"' ? this.#scalar("colon") : this.#problem("expected a key in double quotes");
  }

  #openUp(character: "{" | "["): undefined {
    this.#open.push(character);
    this.#comma = undefined;
    this.#take(character);
    this.#expected = character === "{" ? "key or }" : "value or ]";
  }

  #scalar(next: "colon" | "comma" | "nothing"): JsonProblem | undefined {
    const scalar = readScalar(this.#text, this.#at);
    if ("message" in scalar) return scalar;
    this.#onToken("value", this.#at, scalar.end);
    this.#at = scalar.end;
    this.#comma = undefined;
    this.#expected = next;
    return undefined;
  }

  #take(kind: JsonTokenKind): void {
    this.#onToken(kind, this.#at, this.#at + 1);
    this.#at++;
  }

  #afterValue(): "comma" | "nothing" {
    return this.#open.length === 0 ? "nothing" : "comma";
  }

  #closer(): "}" | "]" {
    return this.#open.at(-1) === "{" ? "}" : "]";
  }

  /** A problem with the word or character at hand. */
  #problem(message: string, hint?: string): JsonProblem {
    const word = /^[\w.$-]+/.exec(this.#text.slice(this.#at, this.#at + 100))?.[0];
    const problem = { message, start: this.#at, end: this.#at + (word?.length ?? 1) };
    return hint === undefined ? problem : { ...problem, hint };
  }

  #endedEarly(): JsonProblem {
    const end = this.#text.length;
    const message = this.#open.length === 0 ? "it is empty" : `it ends before a '${this.#closer()}'`;
    return { message, start: end, end };
  }
}
