import { afterAll, beforeAll } from "vitest";
import { TestClient, type TestClientOptions } from "./test-client.js";

/** One client for all tests of a file: each opens documents of its own. */
export function sharedClient(options: TestClientOptions = {}): { readonly current: TestClient } {
  let client: TestClient | undefined;
  beforeAll(async () => {
    client = await TestClient.start(options);
  });
  afterAll(() => client?.[Symbol.asyncDispose]());
  return {
    get current() {
      if (client === undefined) throw new Error("the client is there within tests only");
      return client;
    },
  };
}
