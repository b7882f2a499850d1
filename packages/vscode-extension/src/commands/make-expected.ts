import type { TestItem } from "vscode";
import type { Command } from "./command-context.js";

/** From the menu of a failure or of a test, which VS Code calls with `{ test, message }` or the test. */
export const makeExpected: Command = async ({ tests }, [first, ...others]) => {
  const items = [first, ...others].flatMap((argument) => testOf(argument) ?? []);
  if (items.length > 0) await tests.update(items);
};

function testOf(argument: unknown): TestItem | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  if ("test" in argument) return argument.test as TestItem;
  return "children" in argument && "id" in argument ? (argument as TestItem) : undefined;
}
