import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JavaException } from "../value.js";
import { base64Decode, base64Encode, decodeUtf8, encodeUtf8, escapeJavaScript, urlDecode, urlEncode } from "./index.js";

// Expected values are what JDK 17 and commons-lang 2.6 printed.

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof JavaException) return `${error.javaClass}: ${error.message}`;
    throw error;
  }
}

const illegal = (message: string): string => `java.lang.IllegalArgumentException: ${message}`;

describe("escapeJavaScript", () => {
  it.each([
    ['it\'s "q" /p\\b', 'it\\\'s \\"q\\" \\/p\\\\b'],
    ["\b\n\t\f\r\u0000\u000b\u001f\u007f", "\\b\\n\\t\\f\\r\\u0000\\u000B\\u001F\u007f"],
    ["é€😀\u2028", "\\u00E9\\u20AC\\uD83D\\uDE00\\u2028"],
  ])("%j", (text, expected) => {
    expect(escapeJavaScript(text)).toBe(expected);
  });
});

describe("urlEncode", () => {
  it.each([
    ["a b*c-d_e.f~", "a+b*c-d_e.f%7E"],
    ["é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"],
    ["\ud83dx", "%3Fx"],
    ["%+/", "%25%2B%2F"],
  ])("%j", (text, expected) => {
    expect(urlEncode(text)).toBe(expected);
  });
});

describe("urlDecode", () => {
  it.each([
    ["a+b%20c", "a b c"],
    ["%E2%82%ACé", "€é"],
    ["%+f", "\u000f"],
    ["%41%１２x", "A\u0012x"],
    ["%٣a", ":"],
    ["%+１", "\u0001"],
    ["%-٠", "\0"],
    ["%C3x%FF", "\ufffdx\ufffd"],
    ["%zz", illegal('URLDecoder: Illegal hex characters in escape (%) pattern - Error at index 0 in: "zz"')],
    ["%-1", illegal("URLDecoder: Illegal hex characters in escape (%) pattern - negative value")],
    ["%4", illegal("URLDecoder: Incomplete trailing escape (%) pattern")],
  ])("%j", (text, expected) => {
    expect(outcome(() => urlDecode(text))).toBe(expected);
  });
});

describe("base64", () => {
  it.each([
    ["", ""],
    ["a", "YQ=="],
    ["ab", "YWI="],
    ["abc", "YWJj"],
    ["é€😀", "w6nigqzwn5iA"],
    ["\ud83d", "Pw=="],
  ])("encodes %j", (text, expected) => {
    expect(base64Encode(text)).toBe(expected);
  });

  it.each([
    ["YQ==", "a"],
    ["YQ", "a"],
    ["/w==", "\ufffd"],
    ["Y", illegal("Input byte[] should at least have 2 bytes for base64 bytes")],
    ["YWJjY", illegal("Last unit does not have enough valid bits")],
    ["YQ=", illegal("Input byte array has wrong 4-byte ending unit")],
    ["YQ==YQ==", illegal("Input byte array has incorrect ending byte at 4")],
    ["YQ\n==", illegal("Illegal base64 character a")],
    ["YQé", illegal("Illegal base64 character -17")],
    ["YQ€", illegal("Illegal base64 character 3f")],
  ])("decodes %j", (text, expected) => {
    expect(outcome(() => base64Decode(text))).toBe(expected);
  });
});

describe("UTF-8", () => {
  it.each([
    [[0xed, 0xa0, 0x80], "\ufffd"],
    [[0xe0, 0x80, 0x80], "\ufffd\ufffd\ufffd"],
    [[0xf0, 0x9f, 0x98], "\ufffd"],
    [[0xf4, 0x90, 0x80, 0x80], "\ufffd\ufffd\ufffd\ufffd"],
    [[0xc0, 0x80, 0x41], "\ufffd\ufffdA"],
    [[0xe2, 0x82, 0x41], "\ufffdA"],
  ])("decodes %j with Java's replacements", (bytes, expected) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(expected);
  });
});

describe("any well-formed text", () => {
  const texts = fc.string({ unit: "binary" });

  it("comes back from each encoding", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
        expect(urlDecode(urlEncode(text))).toBe(text);
        expect(base64Decode(base64Encode(text))).toBe(text);
        expect(JSON.parse(`"${escapeJavaScript(text).replaceAll("\\'", "'")}"`)).toBe(text);
      }),
    );
  });

  it("comes back when it is longer than one chunk of the decoder", () => {
    const text = "aé€😀".repeat(5000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});
