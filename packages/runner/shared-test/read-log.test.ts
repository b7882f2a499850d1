import { readExecutionLog } from "@apigw-vtl/runner";
import { hasShared, readLines } from "@apigw-vtl/test-support";
import { expect, it } from "vitest";

interface Recording {
  readonly name: string;
  readonly context: {
    readonly testInvoke?: {
      readonly pathWithQueryString: string;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
    };
  };
  readonly expected: { readonly log?: Readonly<Record<string, string>> };
}

const recordings = hasShared()
  ? readLines<Recording>("gateway/recorded.jsonl").filter(({ expected }) => expected.log !== undefined)
  : [];

it.runIf(hasShared())("a log that the service wrote tells the request that it is of", () => {
  expect(recordings.length).toBeGreaterThan(0);
  for (const { expected, context } of recordings) {
    // The recording has placeholders for what is another each time.
    const lines = Object.values(expected.log ?? {}).map((line) =>
      line.replace("DDD MMM dd hh:mm:ss UTC yyyy", "Tue Aug 19 17:04:50 UTC 2025"),
    );
    const logged = readExecutionLog(lines.join("\n"));
    const { pathWithQueryString = "", body, headers } = context.testInvoke ?? {};
    const query = new URLSearchParams(pathWithQueryString.split("?")[1] ?? "");
    expect(logged).toMatchObject({
      body,
      headers: Object.entries(headers ?? {}),
      query: [...query],
      resourcePath: pathWithQueryString.split("?")[0],
      response: { status: 200 },
      untold: [{ line: "Endpoint request headers", why: "cut" }],
    });
    expect(logged?.answer?.body).toContain("statusCode");
  }
});
