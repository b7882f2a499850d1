import { describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { codes } from "./diagnostics/codes.js";
import { VtlRenderError, VtlSyntaxError } from "./errors.js";

/** What a call throws. */
function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("compile", () => {
  it("gives a template that renders events", () => {
    const template = compile("Hello $input.params('name')");
    expect(template.render({ querystring: { name: "Ann" } }).output).toBe("Hello Ann");
    expect(template.render({ path: { name: "Bob" } }).output).toBe("Hello Bob");
    expect(template.render({}).output).toBe("Hello ");
  });

  it("takes the dialect of the service unless told otherwise", () => {
    expect(compile("[$x]").render({ context: { x: 1 } }).output).toBe("[]");
    expect(compile("[$x][$y]", { dialect: "velocity" }).render({ context: { x: 1 } }).output).toBe("[1][$y]");
  });

  it("has no state: renderings do not see each other", () => {
    const template = compile("[$x]#set($x = $input.body)#set($context.seen = $x)[$x]");
    expect(template.render({ body: "1" }).output).toBe("[][1]");
    expect(template.render({ body: "2" }).output).toBe("[][2]");
  });

  it("changes nothing of the event", () => {
    const event = {
      body: '{"a":[1]}',
      headers: { h: ["1", "2"] },
      stageVariables: { s: "1" },
      context: { identity: { ip: "1" }, list: [1] },
    };
    const before = JSON.parse(JSON.stringify(event));
    const template = compile(
      `#set($context.identity.ip = 2)#set($context.list[0] = 2)#set($stageVariables.s = 2)#set($x = $input.path('$.a').add(2))#set($context.responseOverride.status = 1)$context.list.clear()$input.params().header.clear()`,
    );
    expect(template.render(event).output).toBe("");
    expect(event).toEqual(before);
  });

  it("renders frozen events", () => {
    const event = Object.freeze({ body: "{}", context: Object.freeze({ identity: Object.freeze({}) }) });
    expect(compile("#set($context.identity.x = 1)$context.identity.x").render(event).output).toBe("1");
  });
});

describe("the result of a rendering", () => {
  it("has the overrides that the template set", () => {
    const { overrides } = compile(
      `#set($context.responseOverride.status = 404)#set($context.responseOverride.header.X = ["a", "b"])#set($context.requestOverride.path.id = $input.path('$.id'))`,
    ).render({ body: '{"id":"7"}' });
    expect(overrides).toEqual({
      responseOverride: { status: 404, header: { X: ["a", "b"] } },
      requestOverride: { path: { id: "7" } },
    });
  });

  it.each([
    ["x $input.body", false],
    ["$context.requestId $context.identity.sourceIp", false],
    ["#set($context.x = 1)", true],
    ["#set($c = $context)$c.put('x', 1)", true],
    ["#foreach($k in $context.keySet())$k#end", true],
  ])("tells whether %s can have changed $context: %s", (source, used) => {
    const event = { context: { requestId: "r", identity: { sourceIp: "1.2.3.4" } } };
    expect(compile(source).render(event).contextUsed).toBe(used);
  });

  it("has no overrides where there are none", () => {
    expect(compile("x").render({}).overrides).toEqual({});
  });

  it("has what $context has become, for the response template", () => {
    const request = compile("#set($context.note = {'a': [1, 2.5, true]})").render({ context: { stage: "dev" } });
    expect(request.context).toMatchObject({ stage: "dev", note: { a: [1, 2.5, true] } });
    expect(compile("$context.note.a $context.stage").render({ context: request.context }).output).toBe(
      "[1, 2.5, true] dev",
    );
  });
});

describe("VtlSyntaxError", () => {
  it("holds all diagnostics, and says where the first error is", () => {
    const error = thrown(() => compile("line 1\n#foreach($i in)a#end\n  #if($x == null)a#end\n$y.z( )"));
    expect(error).toBeInstanceOf(VtlSyntaxError);
    expect(error).toMatchObject({
      name: "VtlSyntaxError",
      message: expect.stringMatching(/^3:13: `null` does not fit here/),
    });
    const { diagnostics } = error as VtlSyntaxError;
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["invalid-arguments", "warning"],
      ["unexpected-token", "error"],
      ["unexpected-token", "error"],
    ]);
  });

  it("is not thrown for warnings", () => {
    expect(compile("#foreach($i in)a#end").render({}).output).toBe("");
  });
});

describe("VtlRenderError", () => {
  const failures: [string, string, string, object?][] = [
    ["a $input.path('$.list').get(9) b", "java-exception", ".get(9)", { body: '{"list":[]}' }],
    ["#set($l = [1])x $l[3]", "java-exception", "[3]"],
    ["#set($s = 'abc')$s.substring(5)", "java-exception", ".substring(5)"],
    ["#set($s = 'abc')#if($s.charAt(9) == 'x')y#end", "java-exception", ".charAt(9)"],
    [`#set($x = "$input.params('a').substring(9)")`, "java-exception", ".substring(9)"],
    ["#foreach($i in [1])#foreach($j in [1])$i.parseInt('x')#end#end", "java-exception", ".parseInt('x')"],
    ["#set($l = [1])#foreach($i in $l)$l.add(1)#end", "java-exception", "$l"],
    ["x $input.json('$.a')", "invalid-payload", "$input.json('$.a')", { body: "{" }],
    ["x $input.json('$..[')", "invalid-json-path", "$input.json('$..[')"],
    ["x #parse('a.vm')", "resource-not-found", "#parse('a.vm')"],
    ["x #include('a.vm')", "resource-not-found", "#include('a.vm')"],
    ["#foreach($i in [1])#break($i)#end", "not-a-scope", "$i"],
    [
      "#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])x#end#end#end",
      "limit-steps",
      "[1..1000]",
    ],
  ];

  it.each(failures)("%s: %s at %s", (source, code, place, event = {}) => {
    // The clock stands: which limit ends it does not depend on the machine.
    const error = thrown(() => compile(source).render(event, { clock: () => 0 }));
    expect(error).toBeInstanceOf(VtlRenderError);
    const { range, message, ...found } = error as VtlRenderError;
    expect(source.slice(range.start, range.end)).toBe(place);
    expect(found.code).toBe(code);
    expect(message).toMatch(/\.$/);
    expect(found.documentationUrl).toMatch(new RegExp(`docs/codes/${code}\\.md$`));
    expect(Object.keys(codes)).toContain(found.code);
  });

  it("names the reference, the cause and what to do", () => {
    const error = thrown(() => compile("#set($list = [1])a ${list.get(5)}").render({}));
    expect(error).toMatchObject({
      name: "VtlRenderError",
      reference: "${list.get(5)}",
      message: expect.stringContaining("java.lang.IndexOutOfBoundsException"),
      hint: expect.stringContaining("#if"),
      cause: expect.objectContaining({ javaClass: "java.lang.IndexOutOfBoundsException" }),
    });
  });

  it("stands for errors in macros, blocks and #evaluate too", () => {
    const codeOf = (source: string) =>
      (thrown(() => compile(source, { dialect: "velocity" }).render({})) as VtlRenderError).code;
    expect(codeOf("#macro(m $p)$p.charAt(5)#end#m('a')")).toBe("java-exception");
    expect(codeOf("#define($d)#set($s = 'a')$s.charAt(5)#end$d")).toBe("java-exception");
    expect(codeOf("#evaluate('#if(')")).toBe("unexpected-token");
    expect(codeOf("#macro(m)#m()#end#m()")).toBe("macro-depth");
  });

  it("does not hide what is no failure of the template", () => {
    const event = {
      get body(): string {
        throw new Error("the event cannot be read");
      },
    };
    expect(() => compile("$input.body").render(event)).toThrow("the event cannot be read");
  });
});

describe("limits", () => {
  const rendered = (source: string, limits: object) => {
    try {
      return compile(source).render({}, { limits }).output;
    } catch (error) {
      return (error as VtlRenderError).code;
    }
  };

  it("of steps: rounds of all loops and items of ranges together", () => {
    expect(rendered("#foreach($i in [1..10])x#end", { steps: 20 })).toBe("xxxxxxxxxx");
    expect(rendered("#foreach($i in [1..10])x#end", { steps: 15 })).toBe("limit-steps");
  });

  it("of output: the document, and any one string", () => {
    expect(rendered("12345", { output: 5 })).toBe("12345");
    expect(rendered("123456", { output: 5 })).toBe("limit-output");
    expect(rendered(`#set($x = "123")#set($y = "$x$x")`, { output: 5 })).toBe("limit-output");
  });

  it("are each their default unless given", () => {
    expect(rendered("#foreach($i in [1..1000])x#end", { output: 1000 })).toHaveLength(1000);
  });

  it("begin anew at every rendering", () => {
    const template = compile("#foreach($i in [1..10])x#end");
    for (let i = 0; i < 5; i++) expect(template.render({}, { limits: { steps: 20 } }).output).toHaveLength(10);
  });
});

describe("#evaluate in itself", () => {
  it("ends after 100 levels, whatever stack there is", () => {
    const compiled = compile("#set($s = '#evaluate($s)')#evaluate($s)", { dialect: "velocity" });
    expect(() => compiled.render({})).toThrow("#evaluate is nested in itself more than 100 levels deep.");
  });

  it("shares its output with macros and blocks", () => {
    const template = "#macro(m)x#end#define($d)q#end#evaluate('[#m()$d]#macro(n)y#end')#n()";
    expect(compile(template, { dialect: "velocity" }).render({}).output).toBe("[xq]y");
  });

  it("leaves loop variables as they were where it stops", () => {
    const template = "#evaluate('#foreach($x in [1,2])$x#stop#end')$!x|";
    expect(compile(template, { dialect: "velocity" }).render({}).output).toBe("1|");
  });
});
