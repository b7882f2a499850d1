import { javaEquals } from "../object/equals.js";
import { entryHash } from "../object/hash-code.js";
import { printEntry } from "../object/print.js";
import { type JavaMap, JavaObject, type Value } from "../value.js";
import { mapGet, mapHas, mapPut } from "./map.js";

/** A `Map.Entry`: shows the map's current value, and the last one it saw once the key has been removed. */
export class MapEntry extends JavaObject {
  override readonly className = "java.util.LinkedHashMap$Entry";
  readonly key: Value;
  readonly #map: JavaMap;
  #value: Value;

  constructor(map: JavaMap, key: Value, value: Value) {
    super();
    this.#map = map;
    this.key = key;
    this.#value = value;
  }

  get value(): Value {
    const current = mapGet(this.#map, this.key);
    if (current !== undefined) this.#value = current;
    return this.#value;
  }

  /** Returns the previous value. */
  setValue(value: Value): Value {
    const previous = this.value;
    if (mapHas(this.#map, this.key)) mapPut(this.#map, this.key, value);
    this.#value = value;
    return previous;
  }

  override print(): string {
    return printEntry(this.key, this.value);
  }

  override equals(other: Value): boolean {
    return other instanceof MapEntry && javaEquals(this.key, other.key) && javaEquals(this.value, other.value);
  }

  override hashCode(): number {
    return entryHash(this.key, this.value);
  }
}
