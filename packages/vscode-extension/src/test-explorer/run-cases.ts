import { type CancellationToken, Location, type TestItem, TestMessage, type TestRun, Uri, workspace } from "vscode";
import { toRange } from "../client/ranges.js";
import type { Server } from "../client/server.js";
import {
  type ReachedFile,
  type RunTestsReply,
  RunTestsRequest,
  type TestCaseResult,
  type TestFailure,
} from "../test-run/tests-requests.js";
import type { TestTree } from "./test-tree.js";
import { writeText } from "./write-text.js";

/** What is wanted of a run besides its results. */
export interface RunWish {
  readonly counts: boolean;
  readonly updates: boolean;
}

/** Marks messages whose output can be made the expected one, for the menus of the manifest. */
const UPDATABLE = "vtl.updatable";

/** Runs cases, the suites one after another, and tells the run of each. */
export async function runCases(
  items: readonly TestItem[],
  { counts, updates }: RunWish,
  { tree, server, run, token }: { tree: TestTree; server: Server; run: TestRun; token: CancellationToken },
): Promise<readonly ReachedFile[]> {
  const suites = new Map<string, Map<string, TestItem>>();
  for (const item of items) {
    const tested = tree.caseOf(item);
    if (tested === undefined) continue;
    const cases = suites.get(tested.suite) ?? new Map<string, TestItem>();
    suites.set(tested.suite, cases.set(tested.id, item));
    run.enqueued(item);
  }
  const reached: ReachedFile[] = [];
  // What suites reach adds up: then they are run together.
  for (const some of counts ? [[...suites]] : [...suites].map((suite) => [suite])) {
    if (token.isCancellationRequested) break;
    for (const [, cases] of some) for (const item of cases.values()) run.started(item);
    const wanted = some.map(([uri, cases]) => ({ uri, cases: [...cases.keys()] }));
    const reply = await server.send(RunTestsRequest, { suites: wanted, counts, updates });
    const isUpdated = await written(reply);
    for (const [uri, cases] of some) {
      for (const [id, item] of cases) {
        const result = reply.results.find((one) => one.suite === uri && one.id === id);
        tell(run, item, result, isUpdated);
      }
    }
    reached.push(...reply.coverage);
  }
  return reached;
}

/** Writes what came out as what is expected; gives whether all of it could be. */
async function written({ updates }: RunTestsReply): Promise<boolean> {
  for (const { uri, text } of updates) if (text !== undefined) await writeText(Uri.parse(uri), text);
  return updates.length > 0 && updates.every(({ text }) => text !== undefined);
}

function tell(run: TestRun, item: TestItem, result: TestCaseResult | undefined, isUpdated: boolean): void {
  if (result === undefined) {
    run.errored(item, new TestMessage("This case is not in its file any more: refresh the tests."));
    return;
  }
  const { outcome, failures, milliseconds, isUpdatable } = result;
  if (outcome === "passed" || (isUpdated && isUpdatable)) return run.passed(item, milliseconds);
  const messages = failures.map((failure) => messageOf(failure, isUpdatable));
  if (outcome === "failed") run.failed(item, messages, milliseconds);
  else run.errored(item, messages, milliseconds);
}

function messageOf({ message, place, expected, actual }: TestFailure, isUpdatable: boolean): TestMessage {
  const text = `${message[0]?.toUpperCase()}${message.slice(1)}`;
  const found =
    expected === undefined || actual === undefined ? new TestMessage(text) : TestMessage.diff(text, expected, actual);
  if (place !== undefined) found.location = new Location(Uri.parse(place.uri), toRange(place.range));
  if (isUpdatable) found.contextValue = UPDATABLE;
  return found;
}

/** The folder of a file. */
export const folderOf = (uri: Uri): Uri => Uri.joinPath(uri, "..");

/** Whether a file is of the workspace's files, not of a history or a preview. */
export const isOfWorkspace = (uri: Uri): boolean => workspace.getWorkspaceFolder(uri) !== undefined;
