import { ImmutableCollection } from "../collections/immutable.js";
import { JavaIterator } from "../collections/java-iterator.js";
import { ListIterator } from "../collections/list-iterator.js";
import { isContextMap } from "../collections/map.js";
import { MapEntry } from "../collections/map-entry.js";
import { MapView } from "../collections/map-views.js";
import { SubList } from "../collections/sub-list.js";
import { className, JavaClassObject } from "../object/java-class.js";
import { ArrayList, isList, JavaArray, type JavaList, JavaObject, type Value } from "../value.js";
import { arrayListMethods, subListMethods } from "./array-list.js";
import { bigDecimalMethods } from "./big-decimal.js";
import { bigIntegerMethods } from "./big-integer.js";
import { booleanMethods } from "./boolean.js";
import { characterMethods } from "./character.js";
import { doubleMethods } from "./double.js";
import { floatMethods } from "./float.js";
import { immutableListMethods, immutableSetMethods, listFactories, setFactories } from "./immutable.js";
import { integerMethods } from "./integer.js";
import { iteratorMethods, listIteratorMethods } from "./iterator.js";
import { javaArrayMethods } from "./java-array.js";
import { javaClassMethods } from "./java-class.js";
import { jsonArrayMethods } from "./json-array.js";
import { longMethods } from "./long.js";
import { contextMapMethods, linkedHashMapMethods } from "./map.js";
import { mapEntryMethods, mapViewMethods } from "./map-views.js";
import { type HasMethods, type MethodTable, methodTable } from "./method-table.js";
import { byteMethods, shortMethods } from "./small-integers.js";
import { stringMethods } from "./string.js";

/** The public methods of a value's class, less those of `java.lang.Object`. */
export function methodsOf(value: NonNullable<Value>): MethodTable<never> {
  if (typeof value === "string") return stringMethods;
  if (typeof value !== "object") return NUMBERS_AND_BOOLEANS.get(className(value)) ?? NONE;
  if (isList(value)) {
    if (value instanceof ArrayList) return arrayListsMethods;
    return value instanceof JavaArray ? arraysMethods : jsonArraysMethods;
  }
  if (!(value instanceof JavaObject)) return isContextMap(value) ? contextMapMethods : linkedHashMapMethods;
  return methodsOfObject(value);
}

function methodsOfObject(value: JavaObject): MethodTable<never> {
  if (hasMethods(value)) return value.methods;
  if (value instanceof MapEntry) return mapEntryMethods;
  if (value instanceof MapView) return value.kind === "set" ? setViewMethods : mapViewMethods;
  if (value instanceof ImmutableCollection) return value.kind === "list" ? immutableListMethods : immutableSetMethods;
  if (value instanceof ListIterator) return listIteratorMethods;
  if (value instanceof JavaIterator) return iteratorMethods;
  if (value instanceof SubList) return subListsMethods;
  if (value instanceof JavaClassObject) return javaClassMethods;
  return NUMBERS_AND_BOOLEANS.get(value.className) ?? NONE;
}

function hasMethods(value: JavaObject): value is JavaObject & HasMethods<never> {
  return "methods" in value;
}

/** By class name: the values of these classes are JS primitives or know nothing of methods. */
const NUMBERS_AND_BOOLEANS: ReadonlyMap<string, MethodTable<never>> = new Map<string, MethodTable<never>>([
  ["java.lang.Integer", integerMethods],
  ["java.lang.Long", longMethods],
  ["java.lang.Short", shortMethods],
  ["java.lang.Byte", byteMethods],
  ["java.lang.Double", doubleMethods],
  ["java.lang.Float", floatMethods],
  ["java.math.BigInteger", bigIntegerMethods],
  ["java.math.BigDecimal", bigDecimalMethods],
  ["java.lang.Boolean", booleanMethods],
  ["java.lang.Character", characterMethods],
]);

const NONE: MethodTable<never> = methodTable<never>({});

// The classes of lists and sets have the static methods of their interfaces, too.
const arrayListsMethods = methodTable<JavaList>({}, arrayListMethods, listFactories());
const jsonArraysMethods = methodTable<JavaList>({}, jsonArrayMethods, listFactories());
const arraysMethods = methodTable<JavaArray>({}, javaArrayMethods, listFactories());
const subListsMethods = methodTable<SubList>({}, subListMethods, listFactories());
const setViewMethods = methodTable<MapView>({}, mapViewMethods, setFactories());

/** Every table that `methodsOf` can give of a value that does not bring its own. */
export function methodTables(): MethodTable<never>[] {
  const ofLists = [arrayListsMethods, jsonArraysMethods, arraysMethods, subListsMethods, immutableListMethods];
  const ofMaps = [linkedHashMapMethods, contextMapMethods, mapEntryMethods, mapViewMethods, setViewMethods];
  const others = [stringMethods, immutableSetMethods, iteratorMethods, listIteratorMethods, javaClassMethods];
  return [...NUMBERS_AND_BOOLEANS.values(), ...ofLists, ...ofMaps, ...others];
}
