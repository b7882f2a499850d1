import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { TemplatesChangedNotification } from "../requests/templates.js";
import { TestClient } from "../testing/test-client.js";

async function versionsTold(initializationOptions: object): Promise<number[]> {
  await using client = await TestClient.start({ initializationOptions });
  const versions: number[] = [];
  client.connection.onNotification(TemplatesChangedNotification, ({ version }) => {
    versions.push(version);
  });
  const document = await client.open("a");
  await document.replace("b");
  await client.pull(document.uri);
  // Settings are read once at the start, which renews all that is open.
  await eventually(() => expect(versions.at(-1) ?? 2).toBe(2));
  return versions;
}

describe("vtl/templatesChanged", () => {
  it("is sent with each version to a client that has a preview", async () => {
    expect(new Set(await versionsTold({ commands: ["vtl.openPreview"] }))).toEqual(new Set([1, 2]));
  });

  it("is not sent to others", async () => {
    expect(await versionsTold({})).toEqual([]);
  });
});
