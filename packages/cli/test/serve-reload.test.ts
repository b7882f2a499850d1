import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServedProgram } from "./served-program.js";

const dynamodb = (action: string, template: string, response: string) => `
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:dynamodb:action/${action}
        credentials: arn:aws:iam::123456789012:role/api
        requestTemplates: { application/json: ${JSON.stringify(template)} }
        responses: { default: { statusCode: "200", responseTemplates: { application/json: ${JSON.stringify(response)} } } }`;

const api = (word: string) => `openapi: 3.0.1
info: { title: items, version: "1" }
paths:
  /items/{id}:
    get:${dynamodb("GetItem", '{"TableName": "Items", "Key": {"id": {"S": "$input.params("id")"}}}', `${word} $input.path("$.Item.id.S")`)}
    put:${dynamodb("PutItem", '{"TableName": "Items", "Item": {"id": {"S": "$input.params("id")"}}}', "put")}
  /slow:
    get:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:slow/invocations
`;

/** Code that runs until the test says that it may end. */
const slow = (word: string) => `import "../lib/word.mjs";
import { existsSync } from "node:fs";
export const handler = async () => {
  console.log("running ${word}");
  while (!existsSync(new URL("may-end", import.meta.url))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { statusCode: 200, body: "${word}" };
};
`;

describe("loading again", () => {
  let folder: string;
  let program: ServedProgram;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "vtl-reload-"));
    await mkdir(join(folder, "code"));
    await mkdir(join(folder, "lib"));
    await writeFile(join(folder, "lib/word.mjs"), "");
    await writeFile(join(folder, "api.yaml"), api("one"));
    await writeFile(join(folder, "code/slow.mjs"), slow("one"));
    program = await ServedProgram.start(
      ["api.yaml", "--table", "Items=id", "--function", "slow=code/slow.mjs"],
      folder,
    );
  });
  afterEach(async () => {
    await program.end();
    await rm(folder, { recursive: true });
  });

  /** One writing of a file may be several changes to the watcher: what counts is what is served in the end. */
  const servedInTheEnd = (path: string, body: string) =>
    eventually(async () => expect(await program.get(path)).toEqual({ status: 200, body }));

  const allToEnd = () => writeFile(join(folder, "code/may-end"), "");

  it("keeps what is in the local database", async () => {
    await fetch(`${program.url}/items/lamp`, { method: "PUT" });
    expect(await program.get("/items/lamp")).toEqual({ status: 200, body: "one lamp" });
    await writeFile(join(folder, "api.yaml"), api("two"));
    await servedInTheEnd("/items/lamp", "two lamp");
    await writeFile(join(folder, "api.yaml"), api("three"));
    await servedInTheEnd("/items/lamp", "three lamp");
    program.signal("SIGINT");
    expect(await program.ended).toEqual([0, null]);
  });

  it("takes the new code of a function, and lets the old one finish what it runs", async () => {
    const old = program.get("/slow");
    await eventually(() => expect(program.stderr).toContain("running one"));
    await writeFile(join(folder, "code/slow.mjs"), slow("two"));
    await eventually(() => expect(program.stderr).toContain("[loaded again]"));
    await allToEnd();
    expect(await old).toEqual({ status: 200, body: "one" });
    await servedInTheEnd("/slow", "two");
  });

  it("takes the new code of a module in another folder that a function imports", async () => {
    await allToEnd();
    await writeFile(join(folder, "lib/word.mjs"), 'console.log("the new module");');
    await eventually(async () => {
      await program.get("/slow");
      expect(program.stderr).toContain("the new module");
    });
  });
});
