import { nullPointer, unsupportedOperation } from "../collections/exceptions.js";
import { type ImmutableCollection, ImmutableList, ImmutableSet } from "../collections/immutable.js";
import { ElementIterator } from "../collections/list-iterator.js";
import { isList, type Value } from "../value.js";
import { membersOf } from "./collection-argument.js";
import { listMethods } from "./list.js";
import { type JavaMethod, type JavaType, type MethodTable, method, methodTable } from "./method-table.js";

/** The overloads of `of` have up to so many parameters, and then one with any number. */
const FIXED_PARAMETERS = 10;

/** The static methods of `List` or `Set`, which Velocity calls through any instance. */
function factories<Self>(
  of: (items: readonly Value[]) => Value,
  copyOf: (items: readonly Value[]) => Value,
): MethodTable<Self> {
  const fixed = Array.from({ length: FIXED_PARAMETERS + 1 }, (_, count): JavaMethod<Self> => {
    const params = Array.from({ length: count }, (): JavaType => "Object");
    return { params, invoke: (_self, args) => of(args as readonly Value[]) };
  });
  const any = method(["Object[]"], (_self: Self, items) => {
    if (items === null || !isList(items)) throw nullPointer("elements is null");
    return of(Array.from(items));
  });
  return methodTable<Self>({
    copyOf: method(["Collection"], (_self, items) => copyOf(membersOf(items))),
    of: [...fixed, any],
  });
}

/** `List.of` and `List.copyOf`. */
export function listFactories<Self>(): MethodTable<Self> {
  const make = (items: readonly Value[]) => new ImmutableList(items);
  return factories<Self>(make, make);
}

/** `Set.of` and `Set.copyOf`. */
export function setFactories<Self>(): MethodTable<Self> {
  return factories<Self>(
    (items) => ImmutableSet.of(items),
    (items) => ImmutableSet.copyOf(items),
  );
}

const CHANGES = ["add", "addAll", "clear", "remove", "removeAll", "removeIf", "replaceAll", "retainAll", "set", "sort"];

/** Whatever would change it fails, even where nothing would change. */
function unchangeable(methods: MethodTable<ImmutableCollection>): MethodTable<ImmutableCollection> {
  return new Map(
    [...methods].map(([name, overloads]) => [
      name,
      CHANGES.includes(name) ? overloads.map(({ params }) => ({ params, invoke: fail })) : overloads,
    ]),
  );
}

function fail(): never {
  throw unsupportedOperation();
}

const sharedMethods = unchangeable(listMethods<ImmutableCollection>((self) => self, "java.util.ImmutableCollections"));

/** `java.util.ImmutableCollections$ListN` and `$List12`. */
export const immutableListMethods: MethodTable<ImmutableCollection> = methodTable<ImmutableCollection>(
  { contains: method(["Object"], (self, value) => self.contains(value)) },
  sharedMethods,
  listFactories(),
);

const LIST_ONLY = ["get", "indexOf", "lastIndexOf", "listIterator", "replaceAll", "set", "sort", "subList"];

/** `java.util.ImmutableCollections$SetN` and `$Set12`. */
export const immutableSetMethods: MethodTable<ImmutableCollection> = methodTable<ImmutableCollection>(
  {
    contains: method(["Object"], (self, value) => self.contains(value)),
    iterator: method([], (self) => new ElementIterator(self, 0, `${self.className}$SetIterator`)),
  },
  new Map([...sharedMethods].filter(([name]) => !LIST_ONLY.includes(name))),
  setFactories(),
);
