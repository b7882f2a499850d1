import { HOST_EXTENSIONS } from "@apigw-vtl/definitions";
import {
  type CancellationToken,
  type Disposable,
  type TestController,
  type TestItem,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  type Uri,
  workspace,
} from "vscode";
import type { Server } from "../client/server.js";
import { LEFT_OUT, MOST_FILES } from "../templates/host-files.js";
import { TestsRequest } from "../test-run/tests-requests.js";
import { ReachedFileCoverage } from "./coverage.js";
import { folderOf, isOfWorkspace, type RunWish, runCases } from "./run-cases.js";
import { TestTree } from "./test-tree.js";

/** Files by whose names a folder may have tests. */
const TESTS = "**/{*.test,*.sample,event,event-*}.{json,yaml,yml}";
const NEITHER: RunWish = { counts: false, updates: false };

/** The Test Explorer's entries: files with templates, their templates, and the cases of each. */
export class TemplateTests implements Disposable {
  readonly #server: Server;
  readonly #controller: TestController;
  readonly #tree: TestTree;
  readonly #subscriptions: Disposable[];
  /** Folders that are looked into, one after another. */
  #looking: Promise<void> = Promise.resolve();
  readonly #waiting = new Set<string>();

  constructor(server: Server) {
    this.#server = server;
    this.#controller = tests.createTestController("vtl.tests", "Mapping Templates");
    this.#tree = new TestTree(this.#controller);
    this.#controller.resolveHandler = (item) => (item === undefined ? this.#discover() : undefined);
    this.#controller.refreshHandler = () => this.#discover();
    this.#profile("Run", TestRunProfileKind.Run, NEITHER, true);
    this.#profile("Update what is expected", TestRunProfileKind.Run, { counts: false, updates: true }, false);
    const coverage = this.#profile("Coverage", TestRunProfileKind.Coverage, { counts: true, updates: false }, true);
    coverage.loadDetailedCoverage = async (_, file) => (file instanceof ReachedFileCoverage ? [...file.details] : []);
    const watcher = workspace.createFileSystemWatcher(`**/*.{${HOST_EXTENSIONS.join(",")},out}`);
    const look = (uri: Uri) => this.#look(folderOf(uri).toString());
    this.#subscriptions = [
      this.#controller,
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      watcher.onDidChange(look),
      workspace.onDidOpenTextDocument(({ uri }) => this.#opened(uri)),
    ];
    for (const { uri } of workspace.textDocuments) this.#opened(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Makes what cases print now what they expect. */
  async update(items: readonly TestItem[]): Promise<void> {
    await this.#run(new TestRunRequest(items), { counts: false, updates: true });
  }

  #profile(label: string, kind: TestRunProfileKind, wish: RunWish, isDefault: boolean) {
    const run = (request: TestRunRequest, token: CancellationToken) => this.#run(request, wish, token);
    return this.#controller.createRunProfile(label, kind, run, isDefault);
  }

  /** All tests of the workspace; asked for when the Test Explorer is opened. */
  async #discover(): Promise<void> {
    const found = await workspace.findFiles(TESTS, LEFT_OUT, MOST_FILES);
    const folders = new Set([...this.#tree.folders, ...found.map((uri) => folderOf(uri).toString())]);
    for (const folder of folders) this.#look(folder);
    await this.#looking;
  }

  #opened(uri: Uri): void {
    const folder = folderOf(uri).toString();
    if (isOfWorkspace(uri) && !this.#tree.has(folder)) this.#look(folder);
  }

  /** Looks for the tests of a folder; many changes of its files are looked at together. */
  #look(folder: string): void {
    if (this.#waiting.has(folder)) return;
    this.#waiting.add(folder);
    this.#looking = this.#looking.then(async () => {
      this.#waiting.delete(folder);
      this.#tree.update(folder, await this.#server.send(TestsRequest, { folder }).catch(() => []));
    });
  }

  async #run(request: TestRunRequest, wish: RunWish, token?: CancellationToken): Promise<void> {
    // What was written a moment ago is looked at first.
    await this.#looking;
    const run = this.#controller.createTestRun(request);
    const wanted = request.include ?? [...this.#controller.items].map(([, item]) => item);
    const left = new Set(request.exclude?.flatMap((item) => this.#tree.casesIn(item)));
    const cases = new Set(wanted.flatMap((item) => this.#tree.casesIn(item)).filter((item) => !left.has(item)));
    try {
      const world = { tree: this.#tree, server: this.#server, run, token: token ?? run.token };
      const reached = await runCases([...cases], wish, world);
      for (const file of reached) run.addCoverage(new ReachedFileCoverage(file));
    } finally {
      run.end();
    }
  }
}
