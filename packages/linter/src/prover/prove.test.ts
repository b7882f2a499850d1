import { compile, SAMPLE_CONTEXT, type TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { type ProveOptions, prove } from "./prove.js";

function statusOf(template: string, options: ProveOptions = {}): string {
  return prove(template, { output: "json", ...options }).status;
}

/** The witness's event, whose output is checked to be broken. */
function witnessOf(template: string, options: ProveOptions = {}): unknown {
  const result = prove(template, { output: "json", ...options });
  if (result.status !== "broken") return result.status;
  expect(compile(template).render(result.witness.event).output).toBe(result.witness.output);
  if (result.effect === "invalid") expect(() => JSON.parse(result.witness.output)).toThrow(SyntaxError);
  return result.witness.event;
}

const FIX = `.replaceAll("\\\\'","'")`;

describe("texts between JSON quotes", () => {
  it("are broken by a quote when they are not escaped", () => {
    expect(witnessOf(`{"a":"$input.path('$.a')"}`)).toEqual({ body: '{"a":"\\""}' });
    expect(witnessOf(`{"a":"$input.params('p')"}`)).toEqual({ querystring: { p: '"' } });
    expect(witnessOf('{"a":"$input.params().header.get("H")"}')).toEqual({ headers: { H: '"' } });
    expect(witnessOf('{"a":"$context.authorizer.claims.email"}')).toEqual({
      context: { authorizer: { claims: { email: '"' } } },
    });
    expect(witnessOf('{"a":"$input.body"}')).toEqual({ body: '"a"' });
  });

  it("are broken by an apostrophe when they are only escaped for JavaScript", () => {
    expect(witnessOf(`{"a":"$util.escapeJavaScript($input.params('p'))"}`)).toEqual({ querystring: { p: "'" } });
  });

  it("are proved when escaped with the apostrophe put right", () => {
    expect(statusOf(`{"a":"$util.escapeJavaScript($input.params('p'))${FIX}"}`)).toBe("proved");
    expect(statusOf(`#set($v = $util.escapeJavaScript($input.body))#set($v = $v${FIX}){"a":"$v"}`)).toBe("proved");
  });

  it("are not put right with a single backslash, which is a regular expression for the apostrophe itself", () => {
    expect(witnessOf(`{"a":"$util.escapeJavaScript($input.params('p')).replaceAll("\\'","'")"}`)).toEqual({
      querystring: { p: "'" },
    });
  });

  it("are proved when the service writes them", () => {
    expect(
      statusOf(
        '{"a":"$context.requestId $context.identity.sourceIp $context.authorizer.claims.sub $stageVariables.table"}',
      ),
    ).toBe("proved");
  });

  it("are proved when encoded, or when what breaks them is taken away", () => {
    expect(statusOf(`{"a":"$util.base64Encode($input.body) $util.urlEncode($input.params('p'))"}`)).toBe("proved");
    expect(statusOf(`{"a":"$input.params('p').replaceAll("[^a-z]","")"}`)).toBe("proved");
    expect(witnessOf(`{"a":"$input.params('p').replace('"',"'")"}`)).toEqual({ querystring: { p: "\\" } });
  });
});

describe("values outside of JSON quotes", () => {
  it("are proved for $input.json, also of members that are not there", () => {
    expect(statusOf(`{"a":$input.json('$.a'),"b":[$input.json('$')]}`)).toBe("proved");
  });

  it("are proved for the body, which is taken to be JSON", () => {
    expect(statusOf('{"a":$input.body}')).toBe("proved");
    expect(witnessOf('{"a":$input.body}', { assumptions: { body: "any-text" } })).toEqual({ body: '"' });
  });

  it("are broken by what is missing", () => {
    expect(witnessOf(`{"a":$input.params('p')}`)).toEqual({});
    expect(witnessOf(`{"a":$input.path('$.a')}`)).toEqual({});
  });

  it("are broken by a text that is there", () => {
    const guarded = `{#if($input.params('p') != "")"a":$input.params('p'),#end"b":1}`;
    expect(witnessOf(guarded)).toEqual({ querystring: { p: "a" } });
  });

  it("are broken by leading zeros where only digits are let through", () => {
    const digits = `#set($p = $input.params('p')){#if($p.matches("[0-9]+"))"a":$p,#end"b":1}`;
    expect(witnessOf(digits)).toEqual({ querystring: { p: "007" } });
    for (const numbers of ["[1-9]", "[1-9][0-9]*", "^(0|[1-9]\\d*)$", "-?(0|[1-9][0-9]*)(\\.[0-9]+)?"]) {
      expect(statusOf(digits.replace("[0-9]+", () => numbers)), numbers).toBe("proved");
    }
  });

  it("are proved for sizes, counts and times", () => {
    expect(statusOf("[#foreach($i in [1..3])$foreach.count,#end$context.requestTimeEpoch]")).toBe("proved");
    expect(statusOf(`{"n":#if($input.path('$.a').isEmpty())0#{else}1#end}`)).toBe("proved");
  });

  it("are proved for arithmetic on what is surely a number", () => {
    const expires = `#set($n = 4294967296)#set($t = $n.parseLong("$context.requestTimeEpoch") / 1000 + 3600){"t":$t}`;
    expect(statusOf(expires)).toBe("proved");
    // An Integer has no parseLong.
    expect(witnessOf(expires.replace("4294967296", "0"))).toMatchObject({
      context: { requestTimeEpoch: SAMPLE_CONTEXT.requestTimeEpoch },
    });
    expect(
      witnessOf(expires.replace('"$context.requestTimeEpoch"', "$input.params('p')").replace("/ 1000", "/ 0")),
    ).toEqual({ querystring: { p: "1" } });
  });

  it("are broken by a map, which prints as Java has it", () => {
    const only = `{"a":#if($input.path('$.a').keySet().size() > 0)$input.path('$.a')#{else}1#end}`;
    expect(witnessOf(only)).toMatchObject({ body: expect.stringContaining('"a":{') });
  });
});

describe("commas", () => {
  it("guarded by $foreach.hasNext are proved", () => {
    for (const guard of [
      "$foreach.hasNext",
      "$velocityHasNext",
      "!$foreach.last",
      "$foreach.count < $input.path('$.l').size()",
    ]) {
      expect(statusOf(`[#foreach($e in $input.path('$.l'))1#if(${guard}),#end#end]`), guard).toBe("proved");
    }
  });

  it("before all elements but the first are proved", () => {
    for (const guard of ["$foreach.index > 0", "$foreach.count != 1", "!$foreach.first"]) {
      expect(statusOf(`[#foreach($e in $input.path('$.l'))#if(${guard}),#{end}1#end]`), guard).toBe("proved");
    }
  });

  it("after a flag are proved", () => {
    const flag =
      "#set($first = true)[#foreach($e in $input.path('$.l'))#if($e == 'x')#if(!$first),#{end}1#set($first = false)#end#end]";
    expect(statusOf(flag)).toBe("proved");
  });

  it("after every element are broken by a list of one", () => {
    expect(witnessOf("[#foreach($e in $input.path('$.l'))1,#end]")).toEqual({ body: '{"l":["a"]}' });
  });

  it("that count skipped elements are broken by skipping the last one", () => {
    const skipped = "[#foreach($e in $input.path('$.l'))#if($e == 'x')1#if($foreach.hasNext),#end#end#end]";
    expect(witnessOf(skipped)).toMatchObject({ body: expect.stringContaining('"x"') });
  });

  it("around an optional last member are broken without it", () => {
    expect(witnessOf(`{"a":1,#if($input.params('p') != "")"b":2#end}`)).toEqual({});
  });
});

describe("maps of parameters", () => {
  it("are broken by a quote in any of them where they are printed whole", () => {
    expect(witnessOf(`{"h": "$input.params().get('header')"}`)).toEqual({ headers: { k1: '"' } });
    expect(witnessOf(`{"q": "$input.params().querystring"}`)).toEqual({ querystring: { k1: '"' } });
    expect(prove(`{"p": "$input.params()"}`).status).toBe("broken");
    expect(statusOf(`{"s": "$stageVariables"}`)).toBe("undecided");
  });
});

it("a form in the body is broken by an apostrophe that is escaped in JavaScript's way", () => {
  const form = `{#foreach($t in $input.path('$').split('&'))#set($p = $t.split('='))#if($p.size() == 2)
    "$util.escapeJavaScript($p[0])": "$util.escapeJavaScript($util.urlDecode($p[1]))"#if($foreach.hasNext),#end#end#end}`;
  expect(witnessOf(form)).toEqual({ body: `"a='"` });
});

describe("conditions", () => {
  it("say something about what is read again", () => {
    expect(statusOf(`{#if($input.params('p') == "open")"a":"$input.params('p')",#end"b":1}`)).toBe("proved");
    expect(statusOf(`#set($p = $input.params('p')){"a":#if($p == "true" || $p == "false")$p#{else}null#end}`)).toBe(
      "proved",
    );
  });

  it("that are stored keep what they say", () => {
    expect(statusOf(`#set($has = $input.params('p') == "1"){"a":1#if($has),"b":$input.params('p')#end}`)).toBe(
      "proved",
    );
  });

  it("test a reference as the service does: all but the Boolean false is true", () => {
    expect(witnessOf(`{"a":#if($input.path('$.a'))$input.path('$.a')#{else}null#end}`)).toEqual({});
  });

  it("call methods on null to be true", () => {
    // $undefined.equals('x') is null, which as a condition is the empty text.
    expect(witnessOf(`{"a":#if($undefined.equals('x'))#{else}1#end}`)).toEqual({});
    expect(witnessOf(`{#if($input.path('$.a').equals('x'))"a":"$input.path('$.b')"#end}`)).toEqual({
      body: '{"b":"\\""}',
    });
  });
});

describe("texts that are put together", () => {
  it("are proved by their parts", () => {
    const built = `#set($t = '{"d":' + $input.json('$') + '}'){"in":"$util.escapeJavaScript($t)${FIX}"}`;
    expect(statusOf(built)).toBe("proved");
    expect(statusOf(`#set($t = "{""d"":" + $input.json('$') + "}")$t`)).toBe("proved");
  });

  it("are followed through loops", () => {
    const loop = `#set($t = "")#foreach($k in $input.params().header.keySet())#set($t = "$t,$k")#end`;
    expect(statusOf(`${loop}{"a":"$util.escapeJavaScript($t)${FIX}"}`)).toBe("proved");
    expect(statusOf(`${loop}{"a":"$t"}`)).toBe("proved");
    expect(statusOf(`${loop.replace("header", "querystring")}{"a":"$t"}`)).toBe("broken");
  });

  it("may be the blocks of #define, which run where they are printed", () => {
    const block = `#define($b){"k":"$util.escapeJavaScript($x)${FIX}"}#end`;
    expect(statusOf(`${block}#set($x = $input.params('p'))[$b,$b]`)).toBe("proved");
    expect(statusOf(`${block}{"in":"$util.escapeJavaScript("$b")${FIX}"}`)).toBe("proved");
  });
});

describe("documents", () => {
  it("must be printed on every way", () => {
    expect(witnessOf(`#if($input.params('p') != ""){"a":1}#end`)).toEqual({});
    expect(witnessOf(`#if($input.params('p') == "x")#stop#end{"a":1}`)).toEqual({ querystring: { p: "x" } });
  });

  it("are wrong on all requests when the template's own text is", () => {
    const result = prove('{"a":1,}');
    expect(result).toMatchObject({
      status: "broken",
      witness: { event: {}, outputOffset: 7, range: { start: 7, end: 8 } },
    });
  });

  it("are not applicable when they are no JSON", () => {
    expect(prove("<a>$input.body</a>").status).toBe("not-applicable");
    expect(prove("#set($context.responseOverride.status = 404)").status).toBe("not-applicable");
    expect(prove("#if(").status).toBe("not-applicable");
  });
});

describe("a witness", () => {
  it("names the reference that is to blame", () => {
    const template = `{"a":"x","b":"$input.params('p')","c":1}`;
    const result = prove(template);
    if (result.status !== "broken") throw new Error(result.status);
    const { range } = result.witness;
    expect(template.slice(range.start, range.end)).toBe("$input.params('p')");
    expect(result.reason).toBe("unescaped text between JSON quotes");
  });

  it("has what the service writes, so that nothing else is to blame", () => {
    expect(witnessOf(`{"t":$context.requestTimeEpoch,"a":"$input.params('p')"}`)).toEqual({
      querystring: { p: '"' },
      context: { requestTimeEpoch: SAMPLE_CONTEXT.requestTimeEpoch },
    });
  });

  it("follows nested conditions", () => {
    const nested = `{#foreach($e in $input.path('$.l'))#if($e.kind == "text" && $input.params('v') == "2")"$e.name":1#break#end#end}`;
    expect(witnessOf(nested)).toEqual({
      body: '{"l":[{"kind":"text","name":"\\""}]}',
      querystring: { v: "2" },
    });
  });

  it("is an injection when the output is JSON all the same", () => {
    const list = `#set($p = $input.params('p'))[#if($p.matches("[1-9](,[1-9])*"))$p#end]`;
    expect(prove(list)).toMatchObject({
      status: "broken",
      effect: "injection",
      witness: { event: { querystring: { p: "1,2" } }, output: "[1,2]" },
    });
    // Whether the text gets there depends on another one too.
    const also = `#set($p = $input.params('p'))[0#if($input.params('q') == "x" && $p.matches("[1-9](,[1-9])*")),$p#end]`;
    expect(prove(also)).toMatchObject({ status: "broken", effect: "injection", witness: { output: "[0,1,2]" } });
  });
});

describe("declarations of the host", () => {
  const facts: TemplateFacts = {
    direction: "request",
    contentType: "application/json",
    path: "/things/{id}",
    method: {
      requestParameters: [{ location: "querystring", name: "n", required: true }],
      requestModels: {
        "application/json": {
          type: "object",
          required: ["count", "kind"],
          properties: {
            count: { type: "integer" },
            kind: { type: "string", enum: ["a", "b"] },
            name: { type: "string" },
          },
        },
      },
      responses: [],
    },
  };

  it("are trusted: models and required parameters", () => {
    expect(statusOf(`{"n":$input.path('$.count'),"k":"$input.path('$.kind')"}`, { facts })).toBe("proved");
    expect(statusOf(`{"n":$input.path('$.count'),"k":"$input.path('$.kind')"}`)).toBe("broken");
    expect(statusOf(`{"n":1#if($input.params('n') == ""),#end}`, { facts })).toBe("proved");
  });

  it("are kept by witnesses", () => {
    expect(witnessOf(`{"a":"$input.path('$.name')"}`, { facts })).toEqual({
      body: '{"name":"\\"","count":1,"kind":"a"}',
      querystring: { n: "a" },
      path: { id: "a" },
    });
  });

  it("may say that there is no body", () => {
    const requestModels = { "application/json": { type: "null" } };
    const none = { ...facts, method: { requestParameters: [], requestModels, responses: [] } };
    expect(witnessOf(`{"id":"$input.params('id')"}`, { facts: none })).toEqual({ path: { id: '"' } });
  });

  it("are kept by witnesses where they ask for a pattern", () => {
    const withPattern = (pattern: string): TemplateFacts => ({
      ...facts,
      method: {
        requestParameters: [],
        responses: [],
        requestModels: {
          "application/json": {
            type: "object",
            required: ["url"],
            properties: { url: { type: "string", pattern }, id: { type: "string" } },
          },
        },
      },
    });
    const bodyFor = (template: string, pattern: string): unknown => {
      const { body } = witnessOf(template, { facts: withPattern(pattern) }) as TemplateEvent;
      return JSON.parse(String(body));
    };
    const url = `{"url":"$input.path('$.url')"}`;
    expect(bodyFor(url, "^https?://[a-z]{2,}\\.[a-z]+")).toEqual({ url: 'http://aa.a"' });
    expect(bodyFor(url, "\\.txt$")).toEqual({ url: '".txt' });
    expect(statusOf(url, { facts: withPattern("^[a-z]+$") })).toBe("proved");
    const other = `{"url":$input.json('$.url'),"id":"$input.path('$.id')"}`;
    expect(bodyFor(other, "^https?://[\\w-_]{2,}$")).toEqual({ id: '"', url: "http://aa" });
  });

  it("may be ignored", () => {
    expect(statusOf(`{"n":$input.path('$.count')}`, { facts, assumptions: { models: "ignored" } })).toBe("broken");
  });
});

describe("forms", () => {
  it("are proved when every value is URL-encoded", () => {
    expect(prove("Action=SendMessage&MessageBody=$util.urlEncode($input.body)").status).toBe("proved");
    expect(prove("Action=A&Id=$context.requestId&T=$context.requestTimeEpoch").status).toBe("proved");
  });

  it("are broken by an ampersand that is not", () => {
    expect(prove("Action=SendMessage&MessageBody=$input.params('p')")).toMatchObject({
      status: "broken",
      effect: "unencoded",
      witness: { event: { querystring: { p: "v&v" } }, output: "Action=SendMessage&MessageBody=v&v", outputOffset: 32 },
    });
  });

  it("are broken by base64, which has + and =", () => {
    expect(prove("Action=A&Data=$util.base64Encode($input.body)")).toMatchObject({
      status: "broken",
      effect: "unencoded",
    });
  });
});

describe("the prover itself", () => {
  it("comes to an end on what nests deeply, and says so", () => {
    const deep = `{"a":${"#if($x)".repeat(200)}1${"#end".repeat(200)}}`;
    expect(["undecided", "broken", "proved"]).toContain(statusOf(deep));
    expect(statusOf(`#define($d)[$d]#{end}$d`)).toBe("broken");
    const many = Array.from({ length: 40 }, (_, i) => `#if($input.params('p${i}') == "x")#set($v${i} = 1)#end`).join(
      "",
    );
    expect(statusOf(`${many}{"a":1}`)).toBe("proved");
  });
});
