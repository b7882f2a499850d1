import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

async function find(value: string) {
  const text = `Resources:
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: ${value}
`;
  const { templates, diagnostics } = await findTemplates({ path: "api.cfn.yaml", text }, hostWithFiles({}));
  expect(diagnostics).toEqual([]);
  return templates.map(({ text: template, segments, holes }) => ({
    template,
    holes: holes.map(({ expression }) => expression),
    verbatim: segments
      .filter(({ kind }) => kind === "verbatim")
      .map(({ hostStart, hostEnd }) => text.slice(hostStart, hostEnd)),
  }));
}

describe("Fn::ToJsonString", () => {
  it("is the JSON of its value, compact, in the order of the file", async () => {
    expect(
      await find(`{ "Fn::ToJsonString": { z: { S: "$input.params('id')" }, a: [1, true, null, 'x"y'] } }`),
    ).toEqual([
      {
        template: `{"z":{"S":"$input.params('id')"},"a":[1,true,null,"x\\"y"]}`,
        holes: [],
        verbatim: expect.arrayContaining(["$input.params('id')"]),
      },
    ]);
  });

  it("has the values of intrinsics within", async () => {
    const [found] = await find("!ToJsonString { table: !Ref Table, id: !Sub '${Prefix}-$context.requestId' }");
    expect(found?.template).toBe('{"table":<Table>,"id":"<Prefix>-$context.requestId"}');
    expect(found?.holes).toEqual(["Table", "Prefix"]);
  });
});
