import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { COLUMNS, FACTS } from "./facts-by-format.data.js";
import { grammarHost } from "./grammar-host.js";

describe.each(COLUMNS)("$format", ({ path, text, template, facts }) => {
  const found = async () => {
    const { templates, diagnostics } = await findTemplates({ path, text }, grammarHost);
    expect(diagnostics).toEqual([]);
    const [only, ...others] = templates.filter((each) => each.text.includes(template));
    expect(others).toEqual([]);
    return only;
  };

  it.each(Object.entries(FACTS).map(([name, read]) => ({ name: name as keyof typeof FACTS, read })))(
    "$name",
    async ({ name, read }) => {
      const own = await found();
      expect(own && read(own.facts)).toEqual(facts[name]?.value);
    },
  );
});
