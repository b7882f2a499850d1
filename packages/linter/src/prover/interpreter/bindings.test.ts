import fc from "fast-check";
import { expect, it } from "vitest";
import { Bindings } from "./bindings.js";

const change = fc.tuple(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), fc.option(fc.nat(3), { nil: undefined }));
type Changes = readonly (readonly [string, number | undefined])[];

function changed(start: Bindings<number>, changes: Changes): Bindings<number> {
  return changes.reduce((bindings, [name, value]) => bindings.with(name, value), start);
}

function asMap(start: ReadonlyMap<string, number>, changes: Changes): ReadonlyMap<string, number> {
  const map = new Map(start);
  for (const [name, value] of changes) {
    if (value === undefined) map.delete(name);
    else map.set(name, value);
  }
  return map;
}

it("holds what a map would hold, and leaves what it was made of as it is", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.array(change, { maxLength: 60 }), (first, second) => {
      const before = changed(Bindings.none, first);
      const after = changed(before, second);
      const [mapBefore, mapAfter] = [asMap(new Map(), first), asMap(asMap(new Map(), first), second)];
      expect(new Map(before.entries())).toEqual(mapBefore);
      expect(new Map(after.entries())).toEqual(mapAfter);
      for (const [name, value] of mapAfter) expect(after.get(name)).toBe(value);
    }),
  );
});

it("tells every name whose value differs", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.array(change), fc.array(change), (common, one, other) => {
      const base = changed(Bindings.none, common);
      const [left, right] = [changed(base, one), changed(base, other)];
      const [a, b] = [new Map(left.entries()), new Map(right.entries())];
      const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
      const found = [...left.differences(right)];
      expect(found.map(([name]) => name).sort()).toEqual(names.sort());
      for (const [name, mine, its] of found) expect([mine, its]).toEqual([a.get(name), b.get(name)]);
    }),
  );
});
