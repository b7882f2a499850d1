import type { JavaClassObject } from "../object/java-class.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `java.lang.Class`, as much of it as SecureUberspector allows. */
export const javaClassMethods: MethodTable<JavaClassObject> = methodTable<JavaClassObject>({
  getName: method([], (self) => self.name),
});
