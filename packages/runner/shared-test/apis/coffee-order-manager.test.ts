import { hasShared } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { readStubFile } from "../../src/index.js";
import { closeAll, listen, send, start, tokenOf } from "./running-api.js";

afterEach(closeAll);

describe.runIf(hasShared())("coffee-order-manager, against dynalite and a scripted Step Functions", () => {
  const text = (S: string) => ({ S });
  const order = (sk: string, state: string, userId: string) => ({
    PK: text("orders"),
    SK: text(sk),
    ORDERSTATE: text(`event1-${state}`),
    USERID: text(userId),
    orderNumber: { N: "7" },
    drinkOrder: text(`{"drink":"${sk}"}`),
    TS: { N: "1640000000" },
  });
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  const index = (IndexName: string, hash: string) => ({
    IndexName,
    KeySchema: keys(hash, "SK"),
    Projection: { ProjectionType: "ALL" },
  });
  /** The template prints the list as json-smart does. */
  const drinks = (body: string): string[] => JSON.parse(body).map(({ SK }: { SK: { S: string } }) => SK.S);
  const startCoffee = (script = "answers: []") =>
    start("coffee-order-manager/openapi.yaml", {
      parameters: { OrderManagerStateMachine: "arn:aws:states:us-east-1:123456789012:stateMachine:OrderManager" },
      // The API's document declares no table; these are the application's.
      tables: [
        {
          TableName: "serverlesspresso-order-table",
          KeySchema: keys("PK", "SK"),
          AttributeDefinitions: ["PK", "SK", "ORDERSTATE", "USERID"].map((AttributeName) => ({
            AttributeName,
            AttributeType: "S",
          })),
          GlobalSecondaryIndexes: [index("GSI-status", "ORDERSTATE"), index("GSI-userId", "USERID")],
        },
      ],
      items: {
        "serverlesspresso-order-table": [
          order("latte", "ACTIVE", "user-1"),
          order("mocha", "ACTIVE", "user-2"),
          order("flat-white", "DONE", "user-1"),
        ],
      },
      rules: readStubFile({ path: "stub.yaml", text: script }).rules,
    });
  const barista = { Authorization: tokenOf({ sub: "user-1", scope: "openid" }) };

  it("lists orders by state", async () => {
    const api = await startCoffee();
    const { status, headers, body } = await send(api, "GET", "/orders?state=ACTIVE&eventId=event1&maxItems=5", {
      headers: barista,
    });
    expect([status, headers["Access-Control-Allow-Origin"]]).toEqual([200, "*"]);
    expect(drinks(body)).toEqual(["latte", "mocha"]);
    const limited = await send(api, "GET", "/orders?state=ACTIVE&eventId=event1&maxItems=1", { headers: barista });
    expect(drinks(limited.body)).toEqual(["latte"]);
  });

  it("gives one order, with its drink as the JSON it is", async () => {
    const api = await startCoffee();
    const { body } = await send(api, "GET", "/orders/latte", { headers: barista });
    // The template leaves a comma before the closing brace, as the application's browsers take it.
    expect(JSON.parse(body.replace(/,\s*\}\s*$/, "}"))).toEqual({
      orderId: "latte",
      drinkOrder: { S: '{"drink":"latte"}' },
      orderState: "event1-ACTIVE",
      TS: "1640000000",
    });
  });

  it("lists the orders of the caller", async () => {
    const api = await startCoffee();
    const { body } = await send(api, "GET", "/myOrders", { headers: barista });
    expect(drinks(body).sort()).toEqual(["flat-white", "latte"]);
  });

  it("starts the state machine, in the words that the template makes of the request", async () => {
    const { received, url } = await listen(() => ({ json: { executionArn: "arn:1", startDate: 1 } }));
    const api = await start("coffee-order-manager/openapi.yaml", {
      parameters: { OrderManagerStateMachine: "arn:aws:states:us-east-1:123456789012:stateMachine:OrderManager" },
      endpoints: new Map([["states", url]]),
    });
    const claimed = await send(api, "PUT", "/orders/latte?action=claim&eventId=event1", {
      headers: { ...barista, "Content-Type": "application/json" },
      body: { note: "it's hot" },
    });
    // The response template is empty: the client gets an empty body.
    expect([claimed.status, claimed.headers["Access-Control-Allow-Methods"]]).toEqual([200, "GET,OPTIONS,PUT"]);
    expect(received[0]?.headers).toMatchObject({ "x-amz-target": "AWSStepFunctions.StartExecution" });
    const { input, stateMachineArn } = JSON.parse(received[0]?.body ?? "");
    expect(stateMachineArn).toBe("arn:aws:states:us-east-1:123456789012:stateMachine:OrderManager");
    expect(JSON.parse(input)).toEqual({
      action: "claim",
      eventId: "event1",
      body: { note: "it's hot" },
      orderId: "latte",
      baristaUserId: "user-1",
    });
  });

  it("hands on what a scripted Step Functions answers, in turn", async () => {
    const api = await startCoffee(`
answers:
  - service: states
    action: StartExecution
    respond:
      - {body: {executionArn: "arn:first"}}
      - {status: 400, body: {__type: StateMachineDoesNotExist}}
  `);
    const claim = () =>
      send(api, "PUT", "/orders/latte?action=claim", {
        headers: { ...barista, "Content-Type": "application/json" },
        body: {},
      });
    const first = await claim();
    expect([first.status, first.log.includes("arn:first")]).toEqual([200, true]);
    // There is no response for errors: the default one answers 200 for them too.
    const second = await claim();
    expect([second.status, second.log.includes("StateMachineDoesNotExist")]).toEqual([200, true]);
  });

  it("asks for a token, and answers preflights without one", async () => {
    const api = await startCoffee();
    expect((await send(api, "GET", "/orders/latte")).status).toBe(401);
    const preflight = await send(api, "OPTIONS", "/orders/latte");
    expect([preflight.status, preflight.body]).toEqual([200, "{}\n"]);
  });
});
