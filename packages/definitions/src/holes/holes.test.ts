import { describe, expect, it } from "vitest";
import { assemble } from "../map/assemble.js";
import { decodeLiteral } from "../map/decode-literal.js";
import type { Interpolation, Literal } from "../map/literal.js";
import { escapeForInterpolations } from "./interpolation.js";
import { refusedVariable } from "./serverless-variable.js";

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

describe("Serverless variables, as the framework's parser reads them", () => {
  it.each([
    ["$${self:custom.name}", "<self:custom.name>"],
    ["x $$${opt:a}.b", "x <opt:a>.b"],
    ["$!{self:custom.name}", "$!{self:custom.name}"],
    ["\\${self:custom.name}", "${self:custom.name}"],
    ["\\\\${self:custom.name}", "\\<self:custom.name>"],
    ["\\\\\\${self:a}", "\\${self:a}"],
    ["\\${context.requestId}", "${context.requestId}"],
    ["\\$${opt:a}", "\\$<opt:a>"],
    ["${strToBool(true)}", "<strToBool-true>"],
    ["${a_b:c} ${Self:c} ${a-b:c}", "${a_b:c} ${Self:c} <a-b:c>"],
  ])("%s is %s", (source, text) => {
    expect(readWith(source, "serverless").text).toBe(text);
  });

  it.each(["${self:a}", "\\${self:a}", "\\\\${context.stage}", "$!{self:a} $x ${x}", "${AWS::Region}"])(
    "writes %s so that it is read again",
    (text) => {
      expect(readWith(escapeForInterpolations(text, ["serverless"]), "serverless")).toEqual({ text, holes: [] });
    },
  );

  it("names a call that is meant for Velocity", () => {
    expect(refusedVariable("input.params('x')")).toContain("does not know, and deploys nothing");
    expect(["file(x.yml):a", "self:custom.input.path(x)", "strToBool(true)"].map(refusedVariable)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
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
