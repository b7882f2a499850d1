import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import { identityHash } from "../object/identity-hash.js";
import { print } from "../object/print.js";
import type { JavaMap, Value } from "../value.js";
import { JavaCollection } from "./collection.js";
import { illegalState, noSuchElement } from "./exceptions.js";
import { JavaIterator } from "./java-iterator.js";
import { checkModCount } from "./list-changes.js";
import { mapClear, mapEntries, mapGet, mapHas, mapKeys, mapModCount, mapRemove, mapSize, mapValues } from "./map.js";
import { MapEntry } from "./map-entry.js";

/** `keySet()`, `values()` or `entrySet()`: changes of the map show in the view, removals from the view change the map. */
export abstract class MapView extends JavaCollection {
  protected readonly map: JavaMap;

  constructor(map: JavaMap) {
    super();
    this.map = map;
  }

  /** The member that stands for a key of the map. */
  protected abstract memberOf(key: Value): Value;
  protected abstract readonly iteratorClassName: string;
  /** Removes one member that equals the value; false when there is none. */
  abstract remove(value: Value): boolean;

  override size(): number {
    return mapSize(this.map);
  }

  clear(): void {
    mapClear(this.map);
  }

  /** Removes the members that `drop` holds for; false when there are none. */
  removeWhere(drop: (member: Value) => boolean): boolean {
    let removed = false;
    for (const key of mapKeys(this.map)) {
      if (!drop(this.memberOf(key))) continue;
      mapRemove(this.map, key);
      removed = true;
    }
    return removed;
  }

  iterator(): JavaIterator {
    return new MapIterator(this.map, (key) => this.memberOf(key), this.iteratorClassName);
  }

  override print(): string {
    return print(this);
  }

  override equals(other: Value): boolean {
    return javaEquals(this, other);
  }

  override hashCode(): number {
    return javaHashCode(this);
  }
}

export class KeySet extends MapView {
  override readonly className = "java.util.LinkedHashMap$LinkedKeySet";
  override readonly kind = "set";
  protected override readonly iteratorClassName = "java.util.LinkedHashMap$LinkedKeyIterator";

  override items(): readonly Value[] {
    return mapKeys(this.map);
  }

  override contains(value: Value): boolean {
    return mapHas(this.map, value);
  }

  override remove(value: Value): boolean {
    return mapRemove(this.map, value) !== undefined;
  }

  protected override memberOf(key: Value): Value {
    return key;
  }
}

export class MapValues extends MapView {
  override readonly className = "java.util.LinkedHashMap$LinkedValues";
  override readonly kind = "other";
  protected override readonly iteratorClassName = "java.util.LinkedHashMap$LinkedValueIterator";

  override items(): readonly Value[] {
    return mapValues(this.map);
  }

  override contains(value: Value): boolean {
    return mapValues(this.map).some((other) => javaEquals(value, other));
  }

  override remove(value: Value): boolean {
    for (const [key, other] of mapEntries(this.map)) {
      if (javaEquals(value, other)) return mapRemove(this.map, key) !== undefined;
    }
    return false;
  }

  /** Java makes the view once for each map. */
  override equals(other: Value): boolean {
    return other instanceof MapValues && other.map === this.map;
  }

  override hashCode(): number {
    return identityHash(this.map);
  }

  protected override memberOf(key: Value): Value {
    return mapGet(this.map, key) ?? null;
  }
}

export class EntrySet extends MapView {
  override readonly className = "java.util.LinkedHashMap$LinkedEntrySet";
  override readonly kind = "set";
  protected override readonly iteratorClassName = "java.util.LinkedHashMap$LinkedEntryIterator";

  override items(): readonly Value[] {
    return Array.from(mapEntries(this.map), ([key, value]) => new MapEntry(this.map, key, value));
  }

  override contains(value: Value): boolean {
    if (!(value instanceof MapEntry)) return false;
    const own = mapGet(this.map, value.key);
    return own !== undefined && javaEquals(own, value.value);
  }

  override remove(value: Value): boolean {
    return value instanceof MapEntry && this.contains(value) && mapRemove(this.map, value.key) !== undefined;
  }

  protected override memberOf(key: Value): Value {
    return new MapEntry(this.map, key, mapGet(this.map, key) ?? null);
  }
}

/** Walks the keys that the map had at the start: as long as no key comes or goes these are the map's. */
class MapIterator extends JavaIterator {
  override readonly className: string;
  readonly #map: JavaMap;
  readonly #memberOf: (key: Value) => Value;
  readonly #keys: readonly Value[];
  #modCount: number;
  #cursor = 0;
  #removable = false;

  constructor(map: JavaMap, memberOf: (key: Value) => Value, className: string) {
    super();
    this.#map = map;
    this.#memberOf = memberOf;
    this.className = className;
    this.#keys = mapKeys(map);
    this.#modCount = mapModCount(map);
  }

  /** Java holds on to the next entry, so what happens to the map after the last one goes unnoticed. */
  override hasNext(): boolean {
    return this.#cursor < this.#keys.length;
  }

  override next(): Value {
    checkModCount(mapModCount(this.#map), this.#modCount);
    if (!this.hasNext()) throw noSuchElement();
    this.#removable = true;
    return this.#memberOf(this.#keys[this.#cursor++] as Value);
  }

  override remove(): void {
    if (!this.#removable) throw illegalState();
    checkModCount(mapModCount(this.#map), this.#modCount);
    mapRemove(this.#map, this.#keys[this.#cursor - 1] as Value);
    this.#removable = false;
    this.#modCount = mapModCount(this.#map);
  }
}
