import { describe, expect, it } from "vitest";
import { assemble } from "../map/assemble.js";
import { decodeLiteral } from "../map/decode-literal.js";
import type { Interpolation, Literal } from "../map/literal.js";

/** What Velocity reads of a text in a file where the interpolations apply. */
function readWith(text: string, ...interpolations: Interpolation[]): { text: string; holes: string[] } {
  const literal: Literal = { syntax: { kind: "plain-text" }, interpolations, start: 0, end: text.length };
  const embedded = assemble([{ kind: "literal", literal, pieces: decodeLiteral(text, literal) ?? [] }]);
  return { text: embedded.text, holes: embedded.holes.map((hole) => hole.expression) };
}

describe("Fn::Sub", () => {
  it("makes names holes and leaves Velocity's references", () => {
    const source = `{"a": "\${AWS::Region}", "b": "$input.path('$.x')", "c": "$!{d}", "e": "\${Queue.Arn}"}`;
    expect(readWith(source, "cfn-sub")).toEqual({
      text: `{"a": "<AWS::Region>", "b": "$input.path('$.x')", "c": "$!{d}", "e": "<Queue.Arn>"}`,
      holes: ["AWS::Region", "Queue.Arn"],
    });
  });

  it("undoes the escape of a name", () => {
    expect(readWith(`\${!dq}x\${!context.connectionId}`, "cfn-sub").text).toBe(`\${dq}x\${context.connectionId}`);
  });
});

describe("Serverless variables", () => {
  it("are holes; bare names are left to Velocity and CloudFormation", () => {
    const source = `\${self:custom.a} \${opt:stage, 'dev'} \${ssm(eu-west-1):/x/\${self:y}} \${file(x.yml):z} \${foo} \${AWS::Region}`;
    expect(readWith(source, "serverless")).toEqual({
      text: `<self:custom.a> <opt:stage-dev> <ssm-eu-west-1-:/x/-self:y> <file-x.yml-:z> \${foo} \${AWS::Region}`,
      holes: ["self:custom.a", "opt:stage, 'dev'", `ssm(eu-west-1):/x/\${self:y}`, "file(x.yml):z"],
    });
    expect(readWith(source, "serverless", "cfn-sub").holes).toHaveLength(6);
  });
});

describe("templatefile()", () => {
  it("makes sequences holes and undoes $${", () => {
    expect(readWith(`\${arn} $\${x} %{ if a }y%{ endif }`, "terraform")).toEqual({
      text: `<arn> \${x} <if-a>y<endif>`,
      holes: ["arn", "if a", "endif"],
    });
  });
});

describe("placeholders", () => {
  it("neither start nor continue a reference or a directive", () => {
    expect(readWith(`$a\${X}.b $\${X} #\${X} #else\${X} $a.b\${X}`, "cfn-sub").text).toBe(
      "$a<X>.b $<X> #<X> #else<X> $a.b<X>",
    );
  });

  it("are numbers where Velocity reads an expression", () => {
    expect(readWith(`#set($t = $e + \${Ttl})#if($x.foo(1).bar(\${N}) == "\${S}")\${T}#end`, "cfn-sub").text).toBe(
      '#set($t = $e + 1)#if($x.foo(1).bar(1) == "<S>")<T>#end',
    );
  });

  it("stay short", () => {
    expect(readWith(`\${${"abc ".repeat(40)}}`, "terraform").text.length).toBeLessThan(60);
  });
});
