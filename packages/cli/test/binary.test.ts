import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "@apigw-vtl/test-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The built program as npm installs it; `npm run build` makes it. */
const BIN = fileURLToPath(new URL("../bin/vtl.js", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vtl-"));
  await writeFile(join(folder, "t.vtl"), '{"é": $input.body}\r\n');
  await writeFile(join(folder, "event.yaml"), "body: |-\n  [1]\n");
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runProcess(command: string, args: readonly string[], stdin = "", env = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, ...env } };
    const child = execFile(command, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
    // A program that does not read it may have ended already.
    child.stdin?.on("error", () => {}).end(stdin);
  });
}

const vtl = (args: readonly string[], stdin?: string, env?: Record<string, string>) =>
  runProcess(process.execPath, [BIN, ...args], stdin, env);

describe("the built vtl", () => {
  it.each([
    // The event is YAML, which the second pack reads.
    ["render", "t.vtl", "--event", "event.yaml"],
    // Runs with a flag of V8's, which takes no code that was made with others.
    ["lint", "t.vtl"],
  ])("keeps V8's code of the program beside it, and uses it when `vtl %s` runs again", async (...args) => {
    // A copy: other tests run the program meanwhile, and each command keeps its own.
    const copy = await mkdtemp(join(folder, "copy-"));
    await cp(fileURLToPath(new URL("../dist/", import.meta.url)), join(copy, "dist"), {
      recursive: true,
      filter: (path) => !path.endsWith(".cache"),
    });
    await cp(BIN, join(copy, "bin", "vtl.js"));
    const run = () => runProcess(process.execPath, [join(copy, "bin", "vtl.js"), ...args]);
    /** What was refused is written again, which makes another file. */
    const caches = async () => {
      const names = (await readdir(join(copy, "dist"))).filter((name) => name.endsWith(".cache")).sort();
      return Promise.all(names.map(async (name) => [name.split("-")[0], (await stat(join(copy, "dist", name))).ino]));
    };
    const first = await run();
    expect(first).toMatchObject({ code: 0, stderr: expect.not.stringContaining("error") });
    const written = await caches();
    expect(written.map(([name]) => name)).toEqual(["commands", "program"]);
    expect(await run()).toEqual(first);
    expect(await caches()).toEqual(written);
  });

  it("renders a file with an event file, byte for byte", async () => {
    expect(await vtl(["render", "t.vtl", "--event", "event.yaml"])).toEqual({
      code: 0,
      stdout: '{"é": [1]}\r\n',
      stderr: "",
    });
  });

  it("reads stdin and writes files", async () => {
    expect(await vtl(["render", "t.vtl", "--body", "-", "-o", "out.json"], "7")).toMatchObject({ code: 0, stdout: "" });
    expect(await readFile(join(folder, "out.json"), "utf8")).toBe('{"é": 7}\r\n');
  });

  it("checks, compares and shows differences", async () => {
    await writeFile(join(folder, "expected.json"), "{}");
    const { code, stderr } = await vtl(["render", "t.vtl", "--check", "--expect", "expected.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain("-{}");
  });

  it("ends with 1 on a template error and 2 on a usage error", async () => {
    expect(await vtl(["render", "--inline", "#if($x)"])).toMatchObject({ code: 1, stdout: "" });
    expect(await vtl(["render", "--inlin", "x"])).toMatchObject({ code: 2, stdout: "" });
    expect(await vtl(["render", "none.vtl"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("uses no colours on a pipe unless forced to", async () => {
    expect((await vtl(["render", "none.vtl"])).stderr).not.toContain("\u001b");
    expect((await vtl(["render", "none.vtl"], "", { FORCE_COLOR: "1" })).stderr).toContain("\u001b[31m");
  });

  it("says nothing when the reader of its output goes away", async () => {
    await writeFile(join(folder, "big.txt"), "x".repeat(8_000_000));
    const line = `"${process.execPath}" "${BIN}" render --inline '$input.body' --body big.txt | head -c 5`;
    expect(await runProcess("sh", ["-c", line])).toEqual({ code: 0, stdout: "xxxxx", stderr: "" });
  });

  it("writes a large document whole", async () => {
    const line = `"${process.execPath}" "${BIN}" render --inline '$input.body' --body big.txt | wc -c`;
    expect((await runProcess("sh", ["-c", line])).stdout.trim()).toBe("8000000");
  });

  it("compiles to a module that renders without it", async () => {
    expect(await vtl(["compile", "t.vtl", "-o", "t.mjs"])).toEqual({ code: 0, stdout: "", stderr: "" });
    const script = `import { render } from "./t.mjs"; process.stdout.write(render({ body: "7" }).output)`;
    const { stdout } = await runProcess(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout).toBe('{"é": 7}\r\n');
  });

  it.each([
    [["compile", "t.vtl", "-o", "build/modules/t.mjs"], "build/modules/t.mjs"],
    [["render", "t.vtl", "-o", "out/today/out.json"], "out/today/out.json"],
  ])("%j makes the folder that it writes into", async (args, path) => {
    expect(await vtl(args)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await stat(join(folder, path))).isFile()).toBe(true);
    const within = await vtl([...args.slice(0, -1), "t.vtl/out"]);
    expect(within).toMatchObject({ code: 2, stderr: expect.stringContaining("a file is where a directory is needed") });
  });

  it("finds templates in source code, with the grammars beside it", async () => {
    const source = 'new Integration({ requestTemplates: { "a/b": `$input.body` } });';
    for (const name of ["a.ts", "a.js", "a.jsx"]) await writeFile(join(folder, name), source);
    await writeFile(join(folder, "a.py"), 'Integration(request_templates={"a/b": "$input.body"})');
    const resource = 'resource "aws_api_gateway_integration" "a"';
    await writeFile(join(folder, "a.tf"), `${resource} {\n  request_templates = { "a/b" = "$input.body" }\n}\n`);
    const { code, stderr } = await vtl(["templates", "a.ts", "a.js", "a.jsx", "a.py", "a.tf"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "5 templates in 5 files\n" });
    expect(await vtl(["render", "a.tf#", "--body", "-"], "7")).toEqual({ code: 0, stdout: "7", stderr: "" });
  });

  it("lints, fixes and explains", async () => {
    const text = 'paths: { "/": { get: { requestTemplates: { a/b: "#set($a = 1);" } } } }\n';
    await writeFile(join(folder, "api.yaml"), text);
    const { code, stdout } = await vtl(["lint", "api.yaml", "-f", "unix", "--cache"]);
    const column = text.indexOf(";") + 1;
    expect({ code, place: stdout.slice(0, 13) }).toEqual({ code: 0, place: `api.yaml:1:${column}` });
    expect((await vtl(["lint", "api.yaml", "-f", "unix", "--cache"])).stdout).toBe(stdout);
    expect((await vtl(["lint", "api.yaml", "--fix-unsafe"])).stdout).toBe("");
    expect(await readFile(join(folder, "api.yaml"), "utf8")).toBe(text.replace(";", ""));
    expect((await vtl(["lint", "--explain", "else-if"])).stdout).toMatch(/^# else-if\n/);
    expect((await vtl(["lint", "--prove", "t.vtl"])).stdout).toMatch(/^t\.vtl:1:1: proved$/m);
  });

  it("proves many templates in threads, with the result of one", async () => {
    await mkdir(join(folder, "many"));
    for (let number = 0; number < 70; number++) {
      const value = number % 2 ? "$input.json('$')" : "$input.params('q')";
      await writeFile(join(folder, `many/${number}.vtl`), `{"a": ${value}}`);
    }
    await writeFile(join(folder, "many/b.yaml"), new Uint8Array([0xff]));
    const inThreads = await vtl(["lint", "many", "--prove", "-f", "unix"]);
    expect(inThreads.code).toBe(1);
    expect(inThreads.stderr).toMatch(/^70 files, 70 templates: 35 proved, 35 broken, 0 undecided\n$/m);
    expect(inThreads.stderr).toContain("warning: many/b.yaml is not UTF-8 text\n");
    const lines = new Set(inThreads.stdout.split("\n"));
    const half = await vtl(["lint", "many/1*.vtl", "--prove", "-f", "unix"]);
    for (const line of half.stdout.split("\n").slice(0, -1)) expect(lines).toContain(line);
    expect(await vtl(["lint", "many", "--prove", "--rule", "x=off"])).toMatchObject({ code: 2, stdout: "" });
    await writeFile(join(folder, "many/vtl.config.json"), "{");
    expect(await vtl(["lint", "many", "--prove"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("leaves out what .gitignore does", async () => {
    await mkdir(join(folder, "tree/out"), { recursive: true });
    for (const path of ["tree/a.vtl", "tree/out/b.vtl"]) await writeFile(join(folder, path), "x");
    await writeFile(join(folder, "tree/.gitignore"), "/out\n");
    await symlink("..", join(folder, "tree/loop"));
    await symlink("a.vtl", join(folder, "tree/link.vtl"));
    expect((await vtl(["templates", "tree"])).stdout).toBe("tree/a.vtl\n  1:1\n\ntree/link.vtl\n  1:1\n");
    expect((await vtl(["templates", "extract", "tree", "--out", "new/out"])).code).toBe(0);
    expect(await readFile(join(folder, "new/out/tree/a.vtl/template.vtl"), "utf8")).toBe("x");
  });

  it("watches files, also those that an editor replaces, and ends cleanly on Ctrl-C", async () => {
    await writeFile(join(folder, "watched.vtl"), "one");
    const child = spawn(process.execPath, [BIN, "render", "watched.vtl", "--watch"], { cwd: folder });
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        written[name] += text;
      });
    }
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
    await eventually(() => expect(written.stderr).toContain("waiting"));
    await runProcess("sh", ["-c", "printf two > new.vtl && mv new.vtl watched.vtl"]);
    await eventually(() => expect(written.stdout).toBe("onetwo"));
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 0, signal: null });
  });
});

describe("the built vtl invoke", () => {
  const TEMPLATE = `Resources:
  Items: { Type: AWS::Serverless::SimpleTable }
  Echo:
    Type: AWS::Serverless::Function
    Properties:
      Handler: echo.handler
      Runtime: nodejs20.x
      Timeout: 600
      Events: { Any: { Type: Api, Properties: { Path: /echo, Method: post } } }
`;

  it("runs functions and the local DynamoDB in threads of its own", async () => {
    await writeFile(join(folder, "template.yaml"), TEMPLATE);
    const code = `exports.handler = async (event) => {
      const headers = { "X-Amz-Target": "DynamoDB_20120810.ListTables", "Content-Type": "application/x-amz-json-1.0",
        Authorization: "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=a, Signature=b", "X-Amz-Date": "x" };
      const url = process.env.AWS_ENDPOINT_URL_DYNAMODB;
      const tables = await (await fetch(url, { method: "POST", headers, body: "{}" })).json();
      console.log("called");
      return { statusCode: 200, body: JSON.stringify({ got: JSON.parse(event.body), ...tables }) };
    };`;
    await writeFile(join(folder, "echo.js"), code);
    const { code: status, stdout, stderr } = await vtl(["invoke", "template.yaml", "POST", "/echo", "-d", "[1]"]);
    expect([status, JSON.parse(stdout), stderr]).toEqual([0, { got: [1], TableNames: ["Items"] }, "called\n"]);
  });
});

describe("the built vtl lsp", () => {
  it("answers an editor over stdio, and nothing else", async () => {
    const message = (body: object): string => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const child = spawn(process.execPath, [BIN, "lsp", "--stdio"]);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => {
      stdout += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      stderr += data.toString();
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    const params = { processId: null, rootUri: null, capabilities: {} };
    child.stdin.write(message({ id: 1, method: "initialize", params }) + message({ id: 2, method: "shutdown" }));
    await eventually(() => expect(stdout).toContain('"id":2'));
    child.stdin.write(message({ method: "exit" }));
    expect([await ended, stderr]).toEqual([0, ""]);
    const replies = stdout.split(/Content-Length: \d+\r\n\r\n/).filter((text) => text !== "");
    expect(replies.map((text) => (JSON.parse(text) as { readonly id: number }).id)).toEqual([1, 2]);
    const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    expect(JSON.parse(replies[0]!).result.serverInfo).toEqual({ name: "vtl", version });
  });

  it("says what it needs to know", async () => {
    const { code, stderr } = await vtl(["lsp"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--stdio/);
  });
});
