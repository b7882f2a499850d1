import { describe, expect, it } from "vitest";
import { type Draft, type EventDraft, JsonText, toEvent } from "./draft.js";
import { minimise } from "./minimise.js";

const object = (members: Record<string, Draft>): Draft => new Map(Object.entries(members));

describe("minimise", () => {
  const draft: EventDraft = new Map<string, Draft>([
    ["body", object({ l: [object({ a: 'x"y', b: "z" }), "q"], other: new JsonText(object({ c: 1 })) })],
    ["querystring", object({ p: "value", unused: "u" })],
  ]);

  it("leaves out and shortens whatever does not matter", () => {
    const isBad = (one: EventDraft) =>
      /x?\\"/.test(toEvent(one).body ?? "") && toEvent(one).querystring?.p !== undefined;
    expect(toEvent(minimise(draft, isBad))).toEqual({ body: '{"other":"{\\"c\\":1}"}', querystring: { p: "v" } });
  });

  it("keeps what is bad as it is when nothing smaller is", () => {
    const exact = JSON.stringify(toEvent(draft));
    expect(minimise(draft, (one) => JSON.stringify(toEvent(one)) === exact)).toBe(draft);
  });

  it("tries no more often than it may", () => {
    const draft = new Map([["body", "a long text of many letters"]]);
    let tries = 0;
    const isBad = () => {
      tries++;
      return false;
    };
    minimise(draft, isBad, 5);
    expect(tries).toBe(5);
  });
});

describe("an event", () => {
  it("has names that are no ordinary JavaScript keys", () => {
    const event = toEvent(
      new Map([
        ["body", object({ a: 1 })],
        ["querystring", new Map<string, Draft>([["__proto__", "x"]])],
      ]),
    );
    expect(JSON.stringify(event)).toBe('{"body":"{\\"a\\":1}","querystring":{"__proto__":"x"}}');
  });

  it("holds JSON texts as texts", () => {
    expect(toEvent(new Map([["body", object({ t: new JsonText([1, "a"]) })]])).body).toBe('{"t":"[1,\\"a\\"]"}');
  });
});
