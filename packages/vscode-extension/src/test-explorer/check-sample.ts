import { overridesFileOf } from "@apigw-vtl/definitions";
import { type RenderReply, RenderRequest } from "@apigw-vtl/lsp";
import { Location, Position, TestMessage, Uri, workspace } from "vscode";
import { messageText } from "../client/message-text.js";
import { toRange } from "../client/ranges.js";
import type { Server } from "../client/server.js";
import { overridesOfFile, overridesText } from "./overrides-file.js";

/** A template, a sample, and what is expected for it. */
export interface SamplePair {
  readonly templateUri: string;
  readonly sampleUri: string;
  readonly expectedUri: string;
}

/** Renders the sample; gives what differs from what is expected, nothing if nothing does. */
export async function checkSample(server: Server, pair: SamplePair): Promise<readonly TestMessage[]> {
  const reply = await render(server, pair);
  if (reply.status !== "rendered") return [failure(pair, reply)];
  const expectedOverrides = overridesFileOf(pair.expectedUri);
  const overrides = expectedOverrides === undefined ? undefined : await textOf(expectedOverrides);
  return [
    ...compare(pair.expectedUri, "The output", (await textOf(pair.expectedUri)) ?? "", reply.output),
    ...(expectedOverrides === undefined
      ? []
      : compare(
          expectedOverrides,
          "What is overridden",
          overrides === undefined ? "" : overridesOfFile(overrides),
          overridesText(reply.overrides) ?? "",
        )),
  ];
}

/** Writes what the template prints now as what is expected. */
export async function updateExpected(server: Server, pair: SamplePair): Promise<readonly TestMessage[]> {
  const reply = await render(server, pair);
  if (reply.status !== "rendered") return [failure(pair, reply)];
  await write(pair.expectedUri, reply.output);
  const overrides = overridesFileOf(pair.expectedUri);
  if (overrides === undefined) return [];
  const text = overridesText(reply.overrides);
  if (text !== undefined) await write(overrides, text);
  else if ((await textOf(overrides)) !== undefined) await workspace.fs.delete(Uri.parse(overrides), { useTrash: true });
  return [];
}

const render = (server: Server, { templateUri, sampleUri }: SamplePair): Promise<RenderReply> =>
  server.send(RenderRequest, { uri: templateUri, source: { uri: sampleUri } });

function compare(uri: string, what: string, expected: string, actual: string): readonly TestMessage[] {
  if (expected === actual) return [];
  const message = TestMessage.diff(`${what} is not what ${uri.slice(uri.lastIndexOf("/") + 1)} has.`, expected, actual);
  message.location = new Location(Uri.parse(uri), new Position(firstDifferingLine(expected, actual), 0));
  return [message];
}

function firstDifferingLine(expected: string, actual: string): number {
  const [a, b] = [expected.split("\n"), actual.split("\n")];
  return Math.max(
    0,
    a.findIndex((line, i) => line !== b[i]),
  );
}

function failure({ templateUri }: SamplePair, reply: Exclude<RenderReply, { status: "rendered" }>): TestMessage {
  const [text, range] = ((): readonly [string, RenderRange] => {
    switch (reply.status) {
      case "failed":
        return [reply.message, reply.range];
      case "refused": {
        const [first] = reply.diagnostics;
        return first === undefined
          ? ["The template cannot be read.", undefined]
          : [messageText(first.message), first.range];
      }
      case "bad-event":
        return [reply.message, undefined];
      case "no-template":
        return ["There is no template in this file.", undefined];
    }
  })();
  const message = new TestMessage(text);
  if (range !== undefined) message.location = new Location(Uri.parse(templateUri), toRange(range));
  return message;
}

type RenderRange = Extract<RenderReply, { status: "failed" }>["range"];

/** As it is on disk, or in an editor; `undefined` if there is no such file. */
async function textOf(uri: string): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return undefined;
  }
}

const write = (uri: string, text: string) => workspace.fs.writeFile(Uri.parse(uri), new TextEncoder().encode(text));
