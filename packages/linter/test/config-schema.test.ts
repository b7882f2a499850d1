import { expect, it } from "vitest";
import { configSchema } from "../src/config/config-schema.js";
import { rules } from "../src/rules/index.js";

it("is shipped as it is generated (`npx vitest run packages/linter/test/config-schema.test.ts -u` writes it)", async () => {
  await expect(`${JSON.stringify(configSchema(rules), undefined, 2)}\n`).toMatchFileSnapshot("../config.schema.json");
});
