import { linkedHashMapMethods } from "../classes/map.js";
import { type JavaMethod, type MethodTable, method, methodTable } from "../classes/method-table.js";
import { newMap } from "../collections/map.js";
import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import { print } from "../object/print.js";
import { JavaObject, type Value } from "../value.js";

/** `$foreach`. A template may keep values of its own in it (`$foreach.x = 1`). */
export class ForeachScope extends JavaObject {
  override readonly className = "org.apache.velocity.runtime.directive.ForeachScope";
  readonly methods = scopeMethods;
  readonly storage = newMap();
  /** The scope of the loop around, or what else `$foreach` was. */
  readonly replaced: Value;
  index = -1;
  hasNext = false;

  constructor(replaced: Value) {
    super();
    this.replaced = replaced;
  }

  get parent(): ForeachScope | null {
    return this.replaced instanceof ForeachScope ? this.replaced : null;
  }

  round(index: number, hasNext: boolean): void {
    this.index = index;
    this.hasNext = hasNext;
  }

  /** After the loop `$foreach` is what it was before, unless the template gave it another value. */
  end(current: Value, restore: (scope: Value) => void): void {
    if (current === null) restore(null);
    else if (current instanceof ForeachScope) restore(current.replaced);
  }

  override print(): string {
    return print(this.storage);
  }

  override equals(other: Value): boolean {
    return javaEquals(this.storage, other instanceof ForeachScope ? other.storage : other);
  }

  override hashCode(): number {
    return javaHashCode(this.storage);
  }
}

/** `$foreach.info`, less the place of the loop in the template. */
class ScopeInfo extends JavaObject {
  override readonly className = "org.apache.velocity.runtime.directive.Scope$Info";
  readonly methods = infoMethods;
  readonly depth: number;

  constructor(depth: number) {
    super();
    this.depth = depth;
  }

  override print(): string {
    return "#foreach";
  }
}

const infoMethods: MethodTable<ScopeInfo> = methodTable<ScopeInfo>({
  getDepth: method([], (self) => self.depth),
  getName: method([], () => "foreach"),
  getType: method([], () => "block"),
});

/** A scope is a map of what the template keeps in it. */
const storageMethods: MethodTable<ForeachScope> = new Map(
  [...linkedHashMapMethods].map(([name, overloads]) => [
    name,
    overloads.map(({ params, invoke }): JavaMethod<ForeachScope> => {
      return { params, invoke: (self, args) => invoke(self.storage, args) };
    }),
  ]),
);

const scopeMethods: MethodTable<ForeachScope> = methodTable<ForeachScope>(
  {
    getIndex: method([], (self) => self.index),
    getCount: method([], (self) => self.index + 1),
    hasNext: method([], (self) => self.hasNext),
    getHasNext: method([], (self) => self.hasNext),
    isFirst: method([], (self) => self.index < 1),
    getFirst: method([], (self) => self.index < 1),
    isLast: method([], (self) => !self.hasNext),
    getLast: method([], (self) => !self.hasNext),
    getParent: method([], (self) => self.parent),
    getTopmost: method([], (self) => topmost(self)),
    getDepth: method([], (self) => depth(self)),
    getInfo: method([], (self) => new ScopeInfo(depth(self))),
    getReplaced: method([], (self) => replacedBy(self)),
    // A map that is no LinkedHashMap has no public clone().
    clone: [],
    toString: method([], (self: ForeachScope) => self.print()),
  },
  storageMethods,
);

/** What `$foreach` was before the outermost loop. */
function replacedBy(scope: ForeachScope): Value {
  return scope.parent ? replacedBy(scope.parent) : scope.replaced;
}

function topmost(scope: ForeachScope): ForeachScope {
  return scope.parent ? topmost(scope.parent) : scope;
}

function depth(scope: ForeachScope): number {
  return scope.parent ? depth(scope.parent) + 1 : 1;
}

/** The methods of `$foreach` and `$foreach.info`. */
export function foreachMethods(): MethodTable<never>[] {
  return [scopeMethods, infoMethods];
}
