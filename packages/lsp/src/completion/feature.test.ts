import { describe, expect, it } from "vitest";
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
} from "vscode-languageserver-protocol/node";
import { plainCapabilities } from "../testing/capabilities.js";
import { hostNames } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

async function itemsIn(document: TestDocument): Promise<readonly CompletionItem[]> {
  const reply = await document.at(CompletionRequest.type);
  return reply === null ? [] : Array.isArray(reply) ? reply : reply.items;
}

const sample = JSON.stringify({
  body: { order: { id: 7, lines: [{ sku: "a", "odd name": 1 }] }, note: "x" },
  querystring: { page: "1" },
  stageVariables: { table: "T" },
  context: { authorizer: { tenant: "t1" } },
});

/** Labels at the cursor, in the order of the list. */
async function labels(marked: string): Promise<readonly string[]> {
  await using client = await TestClient.start({ files: { "a.sample.json": sample } });
  const items = await itemsIn(await client.open(marked, "a.vtl"));
  return [...items].sort((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? "")).map(({ label }) => label);
}

/** The text once an item was chosen. */
async function choose(marked: string, label: string): Promise<string> {
  await using client = await TestClient.start({ files: { "a.sample.json": sample } });
  const document = await client.open(marked, "a.vtl");
  const item = (await itemsIn(document)).find((one) => one.label === label);
  return item?.textEdit && "range" in item.textEdit ? document.applied([item.textEdit]) : "not offered";
}

describe("completion of names", () => {
  it("offers the service's variables, and the template's first", async () => {
    expect(await labels("#set($order = 1)$|")).toEqual([
      "order",
      "input",
      "util",
      "context",
      "stageVariables",
      "method",
    ]);
    expect(await labels("#foreach($i in [1])$|#end")).toContain("foreach");
    expect(await labels("#foreach($i in [1])#end$|")).not.toContain("foreach");
  });

  it.each([
    ["$|", "$input"],
    ["$in|", "$input"],
    ["${|}", "${input}"],
    ["$!in|x", "$!input"],
    ["$!{i|}", "$!{input}"],
    ["#if($|)#end", "#if($input)#end"],
    ["#set($x = $|", "#set($x = $input"],
  ])("replaces the name in %s", async (marked, expected) => expect(await choose(marked, "input")).toBe(expected));

  it.each(["## $|", "#set($x = '$|')", "#set($x = '$input.|')", "#* $| *#", "#[[ $| ]]#", "plain te|xt", "\\\\$|"])(
    "offers nothing in %s",
    async (marked) => {
      expect(await labels(marked)).toEqual([]);
    },
  );

  it.each(["#[[a]]#|\n{", "#[[a]]#|b", "#[[a]]#i|f\n", "#[[a]]#{|}", "#* a *#|\n{", "#* a *#|{", "x#[[a]]#|"])(
    "offers no directive for the # that ends something in %s",
    async (marked) => expect(await labels(marked)).toEqual([]),
  );

  it.each(["#[[a]]#\n#|\n{", "#* a *# #|{", "{}#|\n"])("offers directives in %s", async (marked) => {
    expect(await labels(marked)).toContain("foreach");
  });
});

describe("completion of members", () => {
  it("knows $input and $util", async () => {
    expect(await labels("$input.|")).toEqual(["path", "params", "json", "body", "getBody"]);
    expect(await choose("$util.esc|", "escapeJavaScript")).toBe("$util.escapeJavaScript($1)");
    expect(await choose("$util.esc|($x)", "escapeJavaScript")).toBe("$util.escapeJavaScript($x)");
    expect(await choose('"${util.|}"', "urlEncode")).toBe('"${util.urlEncode($1)}"');
  });

  it("knows Java's methods by the inferred type", async () => {
    const ofText = await labels(`#set($x = "a")$x.|`);
    expect(ofText).toContain("substring");
    expect(ofText).not.toContain("keySet");
    expect(await labels("#set($x = [1])$x.|")).toContain("subList");
    expect(await labels("#set($x = {})#if($x.|)#end")).toContain("entrySet");
    expect(await labels("#set($x = 1)$x.|")).toContain("intValue");
    expect(await labels("$input.params().keySet().|")).toContain("size");
  });

  it("offers the methods first that fit what the sample has there", async () => {
    expect((await labels("$input.path('$.order.lines').|"))[0]).toBe("size");
    expect((await labels("$input.path('$.note').|"))[0]).toBe("replaceAll");
    expect((await labels("$input.path('$.order').|")).slice(0, 3)).toEqual(["id", "lines", "get"]);
  });

  it("knows members in a #set that has no value as yet", async () => {
    expect(await labels("#set($context.responseOverride.|)")).toEqual(expect.arrayContaining(["header", "status"]));
  });

  it("knows the members of the body by the sample", async () => {
    expect((await labels("$input.path('$.order').|")).slice(0, 2)).toEqual(["id", "lines"]);
    expect((await labels("#foreach($l in $input.path('$').order.lines)$l.|#end"))[0]).toBe("sku");
    expect(await choose("#set($r = $input.path('$')){$r.order.i|}", "id")).toBe(
      "#set($r = $input.path('$')){$r.order.id}",
    );
  });

  it("knows the members of the body that the template reads elsewhere, without a sample", async () => {
    await using client = await TestClient.start();
    const template =
      "#set($r = $input.path('$'))$r.order.id $input.json('$.list[0].sku') $r.| #foreach($l in $r.list)$l.n#end";
    const own = (await itemsIn(await client.open(template))).filter(({ detail }) => detail === "read in this template");
    expect(own.map(({ label }) => label)).toEqual(["order", "list"]);
    const element = await itemsIn(await client.open(template.replace("$r.|", "$r").replace("$l.n", "$l.n$l.|")));
    expect(element.filter(({ detail }) => detail === "read in this template").map(({ label }) => label)).toEqual([
      "sku",
      "n",
    ]);
  });

  it("knows $context, $stageVariables and $foreach", async () => {
    expect(await labels("$context.identity.|")).toContain("sourceIp");
    expect(await labels("$context.|")).toContain("requestId");
    expect((await labels("$stageVariables.|"))[0]).toBe("table");
    expect(await labels("#foreach($i in [1])#if($foreach.|)#end#end")).toContain("hasNext");
    expect(await labels("#foreach($i in [1])#foreach($j in [1])$foreach.parent.|#end#end")).toContain("count");
  });

  it("knows what the template gives to a map of its own, and what an authorizer gave the sample", async () => {
    const own = "#set($m = {'a': 1})#set($m.b = 2)#set($x = $m.put('c', 3))";
    expect((await labels(`${own}$m.|`)).slice(0, 3)).toEqual(["a", "b", "c"]);
    expect(await labels(`${own}$m['|']`)).toEqual(["a", "b", "c"]);
    expect(await labels("$context.authorizer.|")).toContain("tenant");
  });

  it("offers names in get('…') and ['…']", async () => {
    expect(await labels("$input.path('$.order').get('|')")).toEqual(["id", "lines"]);
    expect(await labels("$input.params().querystring.get('|")).toEqual(["page"]);
    expect(await labels(`$context.identity["|"]`)).toContain("userAgent");
  });
});

describe("completion in strings", () => {
  it("continues JSONPaths by the sample", async () => {
    expect(await labels("$input.json('|')")).toEqual(["$", "$.order", "$.note"]);
    expect(await labels("$input.path('$.order.|')")).toEqual(["$.order.id", "$.order.lines"]);
    expect(await labels("$input.path('$.order.lines[0].s|')")).toEqual(["$.order.lines[0].sku"]);
    expect(await choose("$input.json('$.order.i|')", "$.order.id")).toBe("$input.json('$.order.id')");
    expect(await choose("$input.json(|)", "$.note")).toBe("$input.json('$.note')");
  });

  it("replaces the string that is there, and not just what is before the cursor", async () => {
    expect(await choose("$input.json('$.o|rd.id')", "$.note")).toBe("$input.json('$.note')");
    expect(await choose("$input.json('$|.order.id') 'x'", "$.note")).toBe("$input.json('$.note') 'x'");
    expect(await choose(`$input.json(|"$.order.id")`, "$.note")).toBe("$input.json('$.note')");
    expect(await choose("$input.params('p|ag')", "page")).toBe("$input.params('page')");
    expect(await choose("$input.path('$.order').get('l|ines')", "id")).toBe("$input.path('$.order').get('id')");
    expect(await choose("$input.params('p| and more", "page")).toBe("$input.params('page and more");
  });

  const line = { type: "object", properties: { sku: { type: "string", description: "Stock" } } };

  it.each([
    ["for all elements", line],
    ["for the first", [line]],
  ])("continues JSONPaths by the declared model, with a schema %s", async (_, schema) => {
    await using client = await TestClient.start();
    const items = { type: "array", items: schema };
    const text = JSON.stringify({
      swagger: "2.0",
      paths: {
        "/a": {
          post: {
            parameters: [{ in: "body", name: "B", schema: { type: "object", properties: { items } } }],
            "x-amazon-apigateway-integration": {
              type: "aws",
              requestTemplates: { "application/json": "$input.json('$.items[0].|')" },
            },
          },
        },
      },
    });
    const found = await itemsIn(await client.open(text, "api.json", "json"));
    expect(found).toMatchObject([{ label: "$.items[0].sku", detail: "string (model)", documentation: "Stock" }]);
  });
});

describe("what is completed", () => {
  it.each(["${inp|", '"${inp|}"', "$input.json('$.order.li|')", "$input.path('$.order.lines[0].s|')", "$util.esc|"])(
    "begins at one place for all that is offered, also for what stands there: %s",
    async (marked) => {
      await using client = await TestClient.start({ files: { "a.sample.json": sample } });
      const items = await itemsIn(await client.open(marked, "a.vtl"));
      const begins = items.map(({ textEdit }) => textEdit && "range" in textEdit && textEdit.range.start.character);
      expect(new Set(begins)).toEqual(new Set([marked.search(/[{'.][$\w.[\]]*\|/) + 1]));
    },
  );

  it("is offered too when all of it stands there", async () => {
    expect(await labels("${input|}")).toContain("input");
    expect(await labels("$input.path('$.order.lines[0].sku|')")).toEqual(["$.order.lines[0].sku"]);
  });
});

describe("completion of directives", () => {
  it("offers them with what belongs to them", async () => {
    expect(await labels("#|")).toEqual(["set", "if", "foreach", "define", "stop", "break", "end", "else", "elseif"]);
    expect(await choose("#fo|", "foreach")).toBe(
      "#foreach(\\$${1:item} in ${2:\\$list})\n  $0#if(\\$foreach.hasNext),#end\n#end",
    );
    expect(await choose("#{e|}", "else")).toBe("#{else}");
    expect(await choose("x #{e|", "end")).toBe("x #{end}");
  });
});

describe("completion snippets", () => {
  it.each(["#|", "#{|", "#if($a)#{|", "#foreach($i in [1])#{|", "$|", "$input.|", "$util.|", '#set($t = "")$t.|'])(
    "at %s hold no braces of Velocity, which CodeMirror would take for fields of its own",
    async (marked) => {
      await using client = await TestClient.start();
      const items = await itemsIn(await client.open(marked));
      const snippets = items.filter(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
      expect(items.length).toBeGreaterThan(0);
      for (const { textEdit } of snippets) expect(textEdit?.newText).not.toMatch(/#\{|\\\$!?\{/);
    },
  );
});

describe("completion for a client without snippets", () => {
  it("leaves the cursor inside of the brackets", async () => {
    await using client = await TestClient.start({ capabilities: plainCapabilities });
    const textOf = async (marked: string, label: string) => {
      const document = await client.open(marked);
      const textEdit = (await itemsIn(document)).find((one) => one.label === label)?.textEdit;
      const text = textEdit && "range" in textEdit ? document.applied([textEdit]) : "not offered";
      await document.close();
      return text;
    };
    expect(await textOf("$util.url|", "urlEncode")).toBe("$util.urlEncode(");
    expect(await textOf("$util.url|($x)", "urlEncode")).toBe("$util.urlEncode($x)");
    expect(await textOf("#set($x = [])$x.si|", "size")).toBe("#set($x = [])$x.size()");
    expect(await textOf("#i|", "if")).toBe("#if(");
    expect(await textOf("#{i|", "if")).toBe("#{if}(");
    expect(await textOf("#{i|}", "if")).toBe("#{if}");
  });
});

describe("completion in every kind of file", () => {
  it.each(hostNames)("%s", async (host) => {
    await using client = await TestClient.start();
    const template = `#set($name = "x")\n{\n  "a": "$util.|",\n  "b": 1\n}`;
    const document = await client.openIn(host, template);
    const item = (await itemsIn(document)).find(({ label }) => label === "urlEncode");
    const edit = item?.textEdit && "range" in item.textEdit ? item.textEdit : undefined;
    expect(edit && document.applied([edit])).toContain("$util.urlEncode($1)");
    expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
  });

  it.each(hostNames)("keeps directives whole in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, `{\n  #|\n}`);
    const item = (await itemsIn(document)).find(({ label }) => label === "if");
    const text = item?.textEdit?.newText;
    expect(text).toBe(host === "OpenAPI in JSON" ? "if(" : "if(${1:condition})\n  $0\n#end");
  });

  it("writes names so that the file does not take them for its own", async () => {
    await using client = await TestClient.start();
    const typed = async (text: string): Promise<string> => {
      const post = `x-amazon-apigateway-integration: { requestTemplates: { a/b: !Sub '${text}' } }`;
      const document = await client.open(`openapi: 3.0.1\npaths: { /a: { post: { ${post} } } }\n`, "sub.yaml", "yaml");
      const [item] = await itemsIn(document);
      const edit = item?.textEdit && "range" in item.textEdit ? [item.textEdit] : [];
      return /!Sub '(.*)'/.exec(document.applied(edit))?.[1] ?? "";
    };
    expect(await typed("$|")).toBe("$input");
    expect(await typed("${!in|}")).toBe("${!input}");
    // `${input}` would be a parameter of the stack.
    expect(await typed("${|}")).toBe("${!input}");
  });

  it("offers the parameters that the method declares", async () => {
    await using client = await TestClient.start();
    const items = await itemsIn(await client.openIn("OpenAPI in YAML", `{"a": "$input.params('|')"}`));
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ["id", "path (declared)"],
      ["X-Trace", "header (declared)"],
      ["limit", "querystring (declared)"],
    ]);
  });

  it.each([
    [
      "template.yaml",
      "yaml",
      `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      Variables: { table: !Ref Table, url: x }
      DefinitionBody:
        openapi: 3.0.1
        paths: { /a: { post: { x-amazon-apigateway-integration: { requestTemplates: { a/b: '$stageVariables.|' } } } } }
`,
    ],
    [
      "template.yaml",
      "yaml",
      `Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, Variables: { table: !Ref Table, url: x } }
  Api: { Type: AWS::ApiGateway::RestApi }
  Method:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, Integration: { Type: AWS, RequestTemplates: { a/b: '$stageVariables.|' } } }
`,
    ],
    [
      "main.tf",
      "terraform",
      `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_stage" "a" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  stage_name  = "prod"
  variables   = { table = var.table, url = "x" }
}
resource "aws_api_gateway_integration" "a" {
  rest_api_id       = aws_api_gateway_rest_api.a.id
  request_templates = { "a/b" = "$stageVariables.|" }
}
`,
    ],
  ])("begins with the stage variables that %s declares", async (path, languageId, text) => {
    await using client = await TestClient.start();
    const items = await itemsIn(await client.open(text, path, languageId));
    expect(items.slice(0, 2).map(({ label, detail }) => [label, detail])).toEqual([
      ["table", "stage variable (definition)"],
      ["url", "stage variable (definition)"],
    ]);
  });

  it("offers nothing outside of the template", async () => {
    await using client = await TestClient.start();
    const document = await client.open("x: $|\n", "api.yaml", "yaml");
    expect(await document.at(CompletionRequest.type)).toBeNull();
  });
});

describe("completion items", () => {
  it("get their documentation when they are shown", async () => {
    await using client = await TestClient.start();
    const [item] = (await itemsIn(await client.open("$input.|"))).filter(({ label }) => label === "json");
    expect(item?.documentation).toBeUndefined();
    const resolved = item && (await client.connection.sendRequest(CompletionResolveRequest.type, item));
    expect(resolved?.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("JSONPath") });
  });
});
