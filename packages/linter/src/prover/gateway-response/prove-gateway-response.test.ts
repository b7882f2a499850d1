import { describe, expect, it } from "vitest";
import type { ProofResult } from "../proof-result.js";
import { prove } from "../prove.js";

function proofOf(source: string, responseType = "DEFAULT_4XX", contentType = "application/json"): ProofResult {
  return prove(source, { facts: { direction: "response", contentType, gatewayResponse: { responseType } } });
}

/** The output of a broken response, which is checked to be no JSON. */
function outputOf(source: string, responseType?: string): string {
  const proof = proofOf(source, responseType);
  if (proof.status !== "broken") return proof.status;
  expect(() => JSON.parse(proof.witness.output)).toThrow(SyntaxError);
  return proof.witness.output;
}

describe("messageString, which is in quotes already", () => {
  it("is proved as a value, as the service's own responses have it", () => {
    expect(proofOf('{"message":$context.error.messageString}').status).toBe("proved");
    expect(proofOf('{"Message": $context.error.messageString}\n', "ACCESS_DENIED").status).toBe("proved");
    // AUTHORIZER_FAILURE has none: null.
    expect(proofOf('{"message":$context.error.messageString}', "AUTHORIZER_FAILURE").status).toBe("proved");
  });

  it("is broken between quotes of the template", () => {
    expect(outputOf('{"message": "$context.error.messageString"}')).toBe('{"message": ""Forbidden""}');
  });
});

describe("raw texts", () => {
  it("are broken outside of quotes", () => {
    expect(outputOf('{"message": $context.error.message}', "ACCESS_DENIED")).toBe('{"message": Forbidden}');
  });

  it("are proved between quotes where the service words them", () => {
    expect(proofOf('{"message": "$context.error.message"}', "THROTTLED").status).toBe("proved");
    expect(proofOf('{"type": "$context.error.responseType", "stage": "$context.stage"}').status).toBe("proved");
  });

  it("are broken between quotes where the header Authorization is shown in them", () => {
    expect(outputOf('{"message": "$context.error.message"}')).toContain("Authorization header");
  });

  it("are broken between quotes where they name members in quotes, or are the client's", () => {
    expect(outputOf('{"d": "$context.error.validationErrorString"}', "BAD_REQUEST_BODY")).toContain('(["name"])');
    const proof = proofOf('{"id": "$method.request.header.X-Id"}');
    expect(proof).toMatchObject({ status: "broken", witness: { event: { headers: { "X-Id": '"' } } } });
  });

  it("are proved between quotes where validation says nothing, or the names of parameters", () => {
    const source = '{"d": "$context.error.validationErrorString"}';
    expect(proofOf(source, "BAD_REQUEST_PARAMETERS").status).toBe("proved");
    expect(proofOf(source, "THROTTLED").status).toBe("proved");
    expect(outputOf(source, "DEFAULT_4XX")).toContain('(["name"])');
    expect(outputOf(source, "<ResponseType>")).toContain('(["name"])');
    expect(outputOf('{"d": $context.error.validationErrorString}', "THROTTLED")).toBe('{"d": }');
  });

  it("are to blame where they stand, with the texts of all others plain", () => {
    const source = '{"message": $context.error.messageString, "detail": "$context.error.validationErrorString"}';
    const proof = proofOf(source, "BAD_REQUEST_BODY");
    if (proof.status !== "broken") throw new Error(proof.status);
    const { range, event } = proof.witness;
    expect(source.slice(range.start, range.end)).toBe("$context.error.validationErrorString");
    expect(event.context).toMatchObject({ error: { messageString: '"Forbidden"' } });
  });
});

describe("the text itself", () => {
  it("is no VTL: directives and calls are printed", () => {
    expect(outputOf("#if($x){}#end")).toBe("#if($x){}#end");
    expect(outputOf('{"a": $util.escapeJavaScript("x")}')).toContain("$util");
    expect(proofOf('{"a": "$util.parseJson"}').status).toBe("proved");
  });

  it("must be a document of its own", () => {
    expect(outputOf('{"message": $context.error.messageString')).toBe('{"message": "Forbidden"');
    expect(outputOf("")).toBe("");
  });

  it("is not looked at where it is no JSON", () => {
    expect(proofOf("<e>$context.error.message</e>", "DEFAULT_4XX", "text/xml").status).toBe("not-applicable");
  });

  it("may have what the host fills in between quotes", () => {
    const source = '{"url": "https://<Domain>/"}';
    const start = source.indexOf("<");
    const facts = { gatewayResponse: { responseType: "DEFAULT_5XX" } };
    expect(prove(source, { facts, holes: [{ start, end: start + 8 }] }).status).toBe("proved");
    expect(prove('{"url": <Domain>}', { facts, holes: [{ start: 8, end: 16 }] }).status).toBe("undecided");
  });
});
