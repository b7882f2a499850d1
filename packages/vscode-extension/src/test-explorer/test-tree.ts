import { isTemplateFile } from "@apigw-vtl/definitions";
import { type TestController, type TestItem, Uri } from "vscode";
import { toRange } from "../client/ranges.js";
import type { TestCaseSummary, TestSuiteSummary } from "../test-run/tests-requests.js";

/** A case, and the suite that it is run with. */
export interface TestedCase {
  readonly suite: string;
  readonly id: string;
}

/** What of a file with templates is tested: the cases of its test file and its samples, each below its template. */
export class TestTree {
  readonly #controller: TestController;
  /** What is known of each folder, by its URI. */
  readonly #suites = new Map<string, readonly TestSuiteSummary[]>();
  readonly #cases = new WeakMap<TestItem, TestedCase>();

  constructor(controller: TestController) {
    this.#controller = controller;
  }

  /** Whether tests were looked for in a folder. */
  has(folder: string): boolean {
    return this.#suites.has(folder);
  }

  get folders(): readonly string[] {
    return [...this.#suites.keys()];
  }

  /** What is in a folder now. */
  update(folder: string, suites: readonly TestSuiteSummary[]): void {
    const before = this.#suites.get(folder) ?? [];
    this.#suites.set(folder, suites);
    const all = [...this.#suites.values()].flat();
    for (const subject of new Set([...before, ...suites].map((suite) => suite.subject))) {
      this.#show(
        subject,
        all.filter((suite) => suite.subject === subject),
      );
    }
  }

  caseOf(item: TestItem): TestedCase | undefined {
    return this.#cases.get(item);
  }

  /** The cases of an item: itself, or those below it. */
  casesIn(item: TestItem): readonly TestItem[] {
    return item.children.size === 0 ? [item] : [...item.children].flatMap(([, child]) => this.casesIn(child));
  }

  #show(subject: string, suites: readonly TestSuiteSummary[]): void {
    if (suites.length === 0) {
      this.#controller.items.delete(subject);
      return;
    }
    const uri = Uri.parse(subject);
    const root = this.#controller.items.get(subject) ?? this.#controller.createTestItem(subject, nameOf(uri), uri);
    const templates = new Map<string, TestItem>();
    const children: TestItem[] = [];
    const problems: string[] = [];
    for (const { uri: suite, cases, problem } of suites) {
      if (problem !== undefined) problems.push(problem.message);
      for (const summary of cases) {
        const item = this.#itemOf(suite, summary);
        const parent = this.#templateOf(summary, subject, templates);
        if (parent === undefined) children.push(item);
        else parent.children.add(item);
      }
    }
    const [only] = templates.values();
    if (isTemplateFile(uri.path) && only !== undefined) {
      // The file is the template.
      root.range = only.range;
      children.unshift(...[...only.children].map(([, child]) => child));
    } else children.unshift(...templates.values());
    root.error = problems.length === 0 ? undefined : problems.join("\n");
    root.children.replace(children);
    this.#controller.items.add(root);
  }

  #itemOf(suite: string, { id, name, place }: TestCaseSummary): TestItem {
    const item = this.#controller.createTestItem(`${suite} ${id}`, name, Uri.parse(place.uri));
    item.range = toRange(place.range);
    this.#cases.set(item, { suite, id });
    return item;
  }

  /** The item of a case's template, with its place: there the arrow is that runs it. */
  #templateOf({ template }: TestCaseSummary, subject: string, known: Map<string, TestItem>): TestItem | undefined {
    if (template === undefined) return undefined;
    const { uri, range, label } = template;
    const key = `${uri} ${range.start.line}:${range.start.character}`;
    const item = known.get(key) ?? this.#controller.createTestItem(`${subject} ${label}`, label, Uri.parse(uri));
    item.range = toRange(range);
    known.set(key, item);
    return item;
  }
}

/** Many templates are called `template.vtl`: the folder tells them apart, and comes first where space is short. */
function nameOf(uri: Uri): string {
  const [folder, name] = uri.path.split("/").slice(-2);
  return `${folder}/${name}`;
}
