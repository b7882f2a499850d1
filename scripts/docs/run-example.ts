/** The modules that examples may import, by name. */
export type Modules = Readonly<Record<string, object>>;

export interface ExampleResult {
  /** What `console.log` was given. */
  readonly printed: readonly string[];
  /** What the comments behind the calls say. */
  readonly expected: readonly string[];
}

type AsyncFunctionConstructor = new (...source: string[]) => (...args: unknown[]) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as AsyncFunctionConstructor;

/** Whether a code block is a program that says what it prints. */
export function isRunnable(text: string): boolean {
  return /^import .* from "@apigw-vtl\//m.test(text);
}

/** Runs an example with its imports taken from `modules`. */
export async function runExample(text: string, modules: Modules): Promise<ExampleResult> {
  const body = text.replace(/^import (\{.*\}) from ("[^"]*");$/gm, (_, names, module) => {
    return `const ${names} = modules[${module}];`;
  });
  const printed: string[] = [];
  const log = (...values: unknown[]) => void printed.push(values.join(" "));
  await new AsyncFunction("modules", "console", body)(modules, { log });
  const expected = Array.from(text.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm), ([, comment = ""]) => comment);
  return { printed, expected };
}
