import type { HeaderList } from "../integration/backend.js";

/** The parameters of a query string, decoded; one without `=` is empty. What is badly encoded stays as it is. */
export function parseQueryString(queryString: string): HeaderList {
  if (queryString === "") return [];
  const pairs: [string, string][] = [];
  for (const part of queryString.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    if (equals === -1) pairs.push([decodeParameter(part), ""]);
    else pairs.push([decodeParameter(part.slice(0, equals)), decodeParameter(part.slice(equals + 1))]);
  }
  return pairs;
}

function decodeParameter(text: string): string {
  if (!text.includes("%") && !text.includes("+")) return text;
  return decodePercent(text.replaceAll("+", " "));
}

/** Percent-decoding of UTF-8 that never fails. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `name=value`, as it goes into a URL. Lone surrogates, which URLs cannot hold, become U+FFFD. */
export function encodePair(name: string, value: string): string {
  return `${encodeComponent(name)}=${encodeComponent(value)}`;
}

function encodeComponent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[!'()*]/g, escapeCharacter);
}

/**
 * A value in a URL that is a text already: what a URL cannot hold is encoded, and what would end its path. Slashes stay,
 * as those of `{proxy+}` must, and so does what is encoded.
 */
export function encodeInUrl(text: string): string {
  return text.replace(/%(?![0-9A-Fa-f]{2})|[^%!$&'()*+,\-./0-9:;=@A-Z_a-z~]+/g, encodeComponent);
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
