import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.js";
import { toJson } from "../json/print.js";
import { print } from "../object/print.js";
import { CONFORMANCE_CASES } from "./conformance-cases.data.js";
import { compilePath } from "./json-path.js";

describe("$input with a constant path", () => {
  it.each(CONFORMANCE_CASES)(".%s('%s') of %.40j", (method, path, body, output) => {
    const render = () => {
      const value = compilePath(path).read(parseJson(body)) ?? "";
      return method === "path" ? print(value) : toJson(value);
    };
    if (output === undefined) expect(render).toThrow(expect.objectContaining({ javaClass: expect.any(String) }));
    else expect(render()).toBe(output);
  });
});
