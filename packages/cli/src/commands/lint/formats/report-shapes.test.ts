import { DOMParser, type Element } from "@xmldom/xmldom";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { vtl } from "../../../testing/memory-io.js";
import { checkstyleShape, gitlabShape } from "../../../testing/report-shapes.data.js";

/** Names and texts that XML and JSON have to escape, several findings of a rule, a file that cannot be read, a clean one. */
const FILES = {
  "../.git/HEAD": "",
  "a \"<&>'.vtl": '#set($a = 1);\n#set($b = 2);\n#if($a == null)%<&>"#end',
  "broken.json": '{"requestTemplates": {',
  "clean.vtl": "{}",
};
const ajv = new Ajv({ strict: true, allErrors: true });
const validators = {
  checkstyle: ajv.compile(checkstyleShape),
  gitlab: ajv.compile(gitlabShape),
};

function shapeOf(element: Element): unknown {
  const nodes = [...element.childNodes];
  return {
    name: element.tagName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: nodes.filter((node): node is Element => node.nodeType === 1).map(shapeOf),
    text: nodes.map((node) => (node.nodeType === 3 ? node.nodeValue : "")).join(""),
  };
}

function parse(text: string): unknown {
  if (!text.startsWith("<")) return JSON.parse(text);
  const root = new DOMParser().parseFromString(text, "text/xml").documentElement;
  if (root === null) throw new Error("no document");
  return shapeOf(root);
}

describe.each(Object.entries(validators))("%s", (format, validate) => {
  it.each([FILES, { "clean.vtl": "{}" }, {}])("is what its readers take: %#", async (files) => {
    const { stdout } = await vtl(["lint", "-f", format], { files });
    validate(parse(stdout));
    expect(validate.errors).toBeNull();
  });

  it("is refused where something is missing, or not known", async () => {
    const { stdout } = await vtl(["lint", "-f", format], { files: FILES });
    for (const [from, to] of [
      [/(severity)/, "gravity"],
      [/(<file |"path")/, '<other name="'],
    ] as const) {
      const broken = stdout.replace(from, to);
      expect(broken).not.toBe(stdout);
      expect(isValid(validate, broken), broken).toBe(false);
    }
  });
});

/** Text that is no XML or JSON is not valid either. */
function isValid(validate: (value: unknown) => boolean, text: string): boolean {
  try {
    return validate(parse(text));
  } catch {
    return false;
  }
}
