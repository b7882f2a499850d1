import { isAscii } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** A pack of the program's modules, see `scripts/program-packs.mjs`. */
function pack(name: string): string {
  const [file, ...others] = readdirSync(DIST).filter((each) => new RegExp(`^${name}-[0-9a-f]{8}\\.cjs$`).test(each));
  if (file === undefined || others.length > 0) throw new Error(`not one file of ${name}`);
  return readFileSync(DIST + file, "utf8");
}

/** Of the package that reads YAML. */
const YAML = 'Symbol.for("yaml.alias")';

/** Of what writes modules, which carries the whole runtime as text. */
const SOURCE_MAPS = "sourcesContent";

describe("what is read to render", () => {
  it("has the compiler, and nothing that reads YAML, starts processes or writes modules", () => {
    const program = pack("program");
    expect(program).toContain("unexpected-token");
    expect(program).not.toContain(YAML);
    expect(program).not.toContain("child_process");
    expect(program).not.toContain(SOURCE_MAPS);
  });

  it("is ASCII, which takes a third of the time to decode", () => {
    expect(["program", "commands"].map((name) => isAscii(Buffer.from(pack(name))))).toEqual([true, true]);
  });

  it("leaves that to the pack of the other commands", () => {
    const commands = pack("commands");
    expect(commands).toContain(YAML);
    expect(commands).toContain(SOURCE_MAPS);
  });
});
