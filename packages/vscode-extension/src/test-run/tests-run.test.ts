import { describe, expect, it } from "vitest";
import { listTests } from "./list-tests.js";
import { newCase } from "./new-case.js";
import { runTests } from "./run-tests.js";
import { TestsWorld } from "./tests-world.js";

const API = `openapi: 3.0.1
info: { title: Books, version: "1" }
paths:
  /books:
    post:
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        requestTemplates:
          application/json: |
            #set($body = $input.path('$'))
            {
              "TableName": "books",
              "Item": {
                "title": { "S": $input.json('$.title') },
                "tags": { "L": [
                  #foreach($tag in $body.tags)
                  { "S": "$tag" }#if($foreach.hasNext),#end
                  #end
                ] }
              }
            }
        responses:
          default:
            statusCode: "201"
            responseTemplates:
              application/json: |
                { "consumed": $input.json('$.ConsumedCapacity.CapacityUnits') }
      responses: { "201": { description: Created } }
  /books/{id}:
    get:
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        requestTemplates:
          application/json: |
            { "Key": { "pk": { "S": "BOOK#$input.params('id')" } } }
      responses: { "200": { description: The book } }
`;

const CASES = `cases:
  - name: keeps the title
    template: POST /books request
    event: { body: { title: Emma } }
    expect: { subset: { Item: { title: { S: Emma } } } }
  - name: stores a book
    request: { line: POST /books, headers: { Content-Type: application/json }, body: { title: Emma } }
    respond: { status: 200, body: { ConsumedCapacity: { CapacityUnits: 1 } } }
    expect: { status: 201, json: { consumed: 2 } }
`;
const FILES = {
  "books/template.yaml": API,
  "books/template.test.yaml": CASES,
  "books/template.post-books-request.sample.json": '{ "body": { "title": "Emma", "tags": ["novel", "1815"] } }',
  "books/template.post-books-response-201.sample.json": '{ "body": { "ConsumedCapacity": { "CapacityUnits": 2.5 } } }',
  "books/template.get-books-id-request.sample.json": '{ "path": { "id": "b-7" } }',
};

function worldOf(files: Readonly<Record<string, string>>, counts = false): TestsWorld {
  const host = {
    readFile: async (path: string) => files[path.slice(1)],
    listFolder: async (folder: string) =>
      Object.keys(files).flatMap((path) => (`/${path}`.startsWith(folder) ? [`/${path}`.slice(folder.length)] : [])),
    now: () => 0,
    counts,
  };
  return new TestsWorld(host, (path) => `file://${path}`);
}

const pathOf = (uri: string) => uri.replace("file://", "");
const SUITE = "file:///books/template.test.yaml";
/** The line, from 0, with a text. */
const line = (text: string) => API.slice(0, API.indexOf(text)).split("\n").length - 1;

describe("the tests of a folder", () => {
  it("are those of test files and samples, each at its template in the host file", async () => {
    const suites = await listTests("/books/", worldOf(FILES));
    expect(suites.map(({ uri, subject }) => [uri, subject])).toEqual([
      ["file:///books/template.yaml", "file:///books/template.yaml"],
      [SUITE, "file:///books/template.yaml"],
    ]);
    const [samples, cases] = suites.map((suite) =>
      suite.cases.map(({ name, template }) => [name, template?.label, template?.range.start.line]),
    );
    expect(cases).toEqual([
      ["keeps the title", "POST /books request", line("#set($body")],
      ["stores a book", undefined, undefined],
    ]);
    expect(samples).toEqual([
      ["template.post-books-request", "POST /books request", line("#set($body")],
      ["template.post-books-response-201", "POST /books response 201", line('{ "consumed"')],
      ["template.get-books-id-request", "GET /books/{id} request", line('{ "Key"')],
    ]);
  });

  it("tell what is wrong with a test file", async () => {
    const [suite] = await listTests("/", worldOf({ "a.vtl": "{}", "a.vtl.test.yaml": "cases: [{ nmae: x }]" }));
    expect(suite?.problem?.message).toContain("nmae");
  });
});

describe("a run", () => {
  it("tells the line of the host file that printed what differs, and what would have to be expected", async () => {
    const suites = [{ uri: SUITE, cases: ["#stores a book"] }];
    const reply = await runTests({ suites, updates: true }, pathOf, worldOf(FILES));
    const [result] = reply.results;
    expect(result).toMatchObject({ suite: SUITE, id: "#stores a book", outcome: "failed", isUpdatable: true });
    const [failure] = result?.failures ?? [];
    expect(failure).toMatchObject({
      expected: "$.consumed: 2",
      actual: "$.consumed: 1",
      place: { uri: "file:///books/template.yaml", range: { start: { line: line('{ "consumed"') } } },
    });
    expect(reply.updates).toEqual([{ uri: SUITE, text: CASES.replace("{ consumed: 2 }", '{"consumed":1}') }]);
  });

  it("counts what suites reach together, at lines of the host file", async () => {
    const world = worldOf(FILES, true);
    const suites = (await listTests("/books/", world)).map(({ uri, cases }) => ({
      uri,
      cases: cases.map(({ id }) => id),
    }));
    const { coverage } = await runTests({ suites, updates: false }, pathOf, world);
    expect(coverage.map(({ uri }) => uri)).toEqual(["file:///books/template.yaml"]);
    const loop = coverage[0]?.statements.find((statement) => statement.line === line("#foreach($tag"));
    // The sample has two tags, the cases have none.
    expect(loop?.ways.map(({ label, hits }) => [label, hits > 0])).toEqual([
      ["no round", true],
      ["one round", false],
      ["many rounds", true],
    ]);
  });
});

describe("a new case", () => {
  const note = { "note.vtl": '{ "text": "$input.path(\'$.text\')" }', "event.json": '{ "body": { "text": "Tea" } }' };

  it("expects what comes out now, for an event in its file", async () => {
    const event = { body: '{"text":"Tea"}' };
    const wanted = { path: "/note.vtl", address: "", name: "tea", event, eventPath: "/event.json" };
    expect(await newCase(wanted, worldOf(note))).toMatchObject({
      status: "written",
      uri: "file:///note.vtl.test.yaml",
      range: { start: { line: 1 } },
      text: "cases:\n  - name: tea\n    event: event.json\n    expect:\n      json:\n        text: Tea\n",
    });
  });

  it("fails until the template withstands the request that breaks it", async () => {
    const reply = await newCase({ path: "/note.vtl", address: "", name: "" }, worldOf(note));
    const text = "text" in reply ? reply.text : "";
    const outcomes = async (template: string) => {
      const world = worldOf({ "note.vtl": template, "note.vtl.test.yaml": text });
      const [suite] = await listTests("/", world);
      const suites = [{ uri: suite?.uri ?? "", cases: suite?.cases.map(({ id }) => id) ?? [] }];
      return (await runTests({ suites, updates: false }, pathOf, world)).results.map(({ outcome }) => outcome);
    };
    expect(await outcomes(note["note.vtl"])).toEqual(["failed"]);
    expect(await outcomes("{ \"text\": $input.json('$.text') }")).toEqual(["passed"]);
  });

  it("names its template where a file has several", async () => {
    const wanted = {
      path: "/books/template.yaml",
      address: "GET /books/{id} request",
      name: "b",
      event: { path: { id: "7" } },
    };
    const reply = await newCase(wanted, worldOf(FILES));
    expect("text" in reply && reply.text).toContain(
      `${CASES}  - name: b\n    template: GET /books/{id} request\n    event:\n      path:\n        id: "7"\n`,
    );
  });
});
