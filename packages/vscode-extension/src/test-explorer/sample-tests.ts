import { SamplesRequest } from "@apigw-vtl/lsp";
import {
  type CancellationToken,
  type Disposable,
  type TestController,
  type TestItem,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  Uri,
  workspace,
} from "vscode";
import type { Server } from "../client/server.js";
import { checkSample, type SamplePair, updateExpected } from "./check-sample.js";

const MOST_TEMPLATES = 2000;
const TEMPLATES = "**/*.{vtl,vm}";

/** The Test Explorer's entries: a template each, and below it the samples that have an expected output beside them. */
export class SampleTests implements Disposable {
  readonly #server: Server;
  readonly #controller: TestController;
  readonly #pairs = new WeakMap<TestItem, SamplePair>();
  readonly #subscriptions: Disposable[];

  constructor(server: Server) {
    this.#server = server;
    this.#controller = tests.createTestController("vtl.samples", "Mapping Templates");
    this.#controller.resolveHandler = (item) => (item === undefined ? this.#discover() : undefined);
    this.#controller.refreshHandler = () => this.#discover();
    this.#controller.createRunProfile(
      "Run",
      TestRunProfileKind.Run,
      (request, token) => this.#run(request, token, checkSample),
      true,
    );
    this.#controller.createRunProfile("Update what is expected", TestRunProfileKind.Run, (request, token) =>
      this.#run(request, token, updateExpected),
    );
    const watcher = workspace.createFileSystemWatcher("**/*.{vtl,vm,out,json,yaml}");
    const resolveAround = (uri: Uri) => this.#resolveAround(uri);
    this.#subscriptions = [
      this.#controller,
      watcher,
      watcher.onDidCreate(resolveAround),
      watcher.onDidDelete(resolveAround),
      workspace.onDidOpenTextDocument(({ uri, languageId }) => {
        if (languageId === "vtl") void this.#resolve(uri);
      }),
    ];
    for (const { uri, languageId } of workspace.textDocuments) if (languageId === "vtl") void this.#resolve(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** All templates of the workspace; asked for when the Test Explorer is opened. */
  async #discover(): Promise<void> {
    const found = await workspace.findFiles(TEMPLATES, "**/node_modules/**", MOST_TEMPLATES);
    for (const uri of found) await this.#resolve(uri);
  }

  /** A file came or went: the templates in its folder may have other samples now. */
  async #resolveAround(changed: Uri): Promise<void> {
    const folder = Uri.joinPath(changed, "..").toString();
    for (const [, item] of this.#controller.items) {
      if (item.uri !== undefined && Uri.joinPath(item.uri, "..").toString() === folder) await this.#resolve(item.uri);
    }
    if (/\.(?:vtl|vm)$/.test(changed.path)) await this.#resolve(changed);
  }

  async #resolve(uri: Uri): Promise<void> {
    const templateUri = uri.toString();
    const { samples } = await this.#server.send(SamplesRequest, { uri: templateUri });
    const children: TestItem[] = [];
    for (const { uri: sampleUri, label, expectedUri } of samples) {
      if (expectedUri === undefined) continue;
      const item = this.#controller.createTestItem(sampleUri, label, Uri.parse(sampleUri));
      this.#pairs.set(item, { templateUri, sampleUri, expectedUri });
      children.push(item);
    }
    if (children.length === 0) {
      this.#controller.items.delete(templateUri);
      return;
    }
    const item =
      this.#controller.items.get(templateUri) ?? this.#controller.createTestItem(templateUri, nameOf(uri), uri);
    item.children.replace(children);
    this.#controller.items.add(item);
  }

  async #run(request: TestRunRequest, token: CancellationToken, check: typeof checkSample): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const wanted = request.include ?? [...this.#controller.items].map(([, item]) => item);
    for (const item of wanted.flatMap(leavesOf)) {
      if (token.isCancellationRequested) break;
      const pair = this.#pairs.get(item);
      if (pair === undefined || request.exclude?.includes(item)) continue;
      run.started(item);
      const started = Date.now();
      const messages = await check(this.#server, pair);
      const duration = Date.now() - started;
      if (messages.length === 0) run.passed(item, duration);
      else run.failed(item, [...messages], duration);
    }
    run.end();
  }
}

const leavesOf = (item: TestItem): readonly TestItem[] =>
  item.children.size === 0 ? [item] : [...item.children].flatMap(([, child]) => leavesOf(child));

/** Many templates are called `template.vtl`: the folder tells them apart, and comes first where space is short. */
function nameOf(uri: Uri): string {
  const [folder, name] = uri.path.split("/").slice(-2);
  return `${folder}/${name}`;
}
