// packages/templates/src/map/literals/interpolation-end.ts
function interpolationEnd(source, from, quotes, nesting, limit = source.length) {
  const open = ["{"];
  for (let at = from; at < limit; at++) {
    const character = source[at];
    const inside = open.at(-1);
    if (inside !== "{") {
      if (character === "\\") at++;
      else if (character === inside) open.pop();
      else if (nesting.includes(inside) && character === "$" && source[at + 1] === "{") {
        open.push("{");
        at++;
      }
    } else if (quotes.includes(character)) open.push(character);
    else if (character === "{") open.push("{");
    else if (character === "}") {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return void 0;
}

// packages/templates/src/map/literals/hcl-sequence.ts
function isHclEscape(source, at) {
  const sigil = source[at];
  return (sigil === "$" || sigil === "%") && source[at + 1] === sigil && source[at + 2] === "{";
}
function readHclSequence(source, at, limit) {
  const sigil = source[at];
  if (sigil !== "$" && sigil !== "%" || source[at + 1] !== "{") return void 0;
  const end = interpolationEnd(source, at + 2, '"', '"', limit);
  if (end === void 0) return void 0;
  const trimsBefore = source[at + 2] === "~";
  const trimsAfter = source[end - 2] === "~";
  const expression = source.slice(at + (trimsBefore ? 3 : 2), end - (trimsAfter ? 2 : 1)).trim();
  return { end, directive: sigil === "%", expression, trimsBefore, trimsAfter };
}
function escapeHclSequences(text) {
  return text.replace(/([$%])(?=\{)/g, "$1$1");
}

// packages/templates/src/map/piece.ts
function pieceText(pieces) {
  return pieces.map((piece) => piece.kind === "hole" ? "" : piece.text).join("");
}
function replaceInPieces(pieces, replacements) {
  if (replacements.length === 0) return [...pieces];
  const text = pieceText(pieces);
  const result = [];
  let index = 0;
  let pieceStart = 0;
  let cursor = 0;
  const consume = (end, keep) => {
    while (cursor < end && index < pieces.length) {
      const piece = pieces[index];
      if (piece.kind === "hole") {
        index++;
        continue;
      }
      const pieceEnd = pieceStart + piece.text.length;
      const upTo = piece.kind === "escape" ? pieceEnd : Math.min(end, pieceEnd);
      keep(piece.kind === "escape" ? piece : sliceVerbatim(piece, cursor - pieceStart, upTo - pieceStart));
      cursor = upTo;
      if (cursor >= pieceEnd) {
        index++;
        pieceStart = pieceEnd;
      }
    }
  };
  for (const replacement of replacements) {
    consume(replacement.start, (piece) => result.push(piece));
    let start;
    let end = 0;
    consume(replacement.end, (piece) => {
      start ??= piece.start;
      end = piece.end;
    });
    if (replacement.kind === "hole" && start !== void 0) {
      const { construct, expression } = replacement;
      const source = text.slice(replacement.start, replacement.end);
      result.push({ kind: "hole", construct, expression, source, start, end });
    }
  }
  consume(text.length, (piece) => result.push(piece));
  return result;
}
function sliceVerbatim(piece, from, to) {
  return { kind: "verbatim", text: piece.text.slice(from, to), start: piece.start + from, end: piece.start + to };
}

// packages/templates/src/holes/cfn-sub.ts
function scanCfnSub(text) {
  const found = [];
  for (const match of text.matchAll(/\$\{(!?)([^{}]*)\}/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[1] === "!") found.push({ kind: "drop", start: start + 2, end: start + 3 });
    else if (match[2].trim() !== "") {
      found.push({ kind: "hole", construct: "Fn::Sub", expression: match[2].trim(), start, end });
    }
  }
  return found;
}
function escapeForCfnSub(text) {
  return text.replace(/\$\{(?=[^{}]*\})/g, "${!");
}

// packages/templates/src/holes/serverless-variable.ts
var OPENING = /\$\{(?:file\(|[a-zA-Z][\w-]*(?:\([^(){}]*\))?:(?!:))/g;
function scanServerlessVariables(text) {
  const found = [];
  let after = 0;
  for (const { index: start } of text.matchAll(OPENING)) {
    if (start < after) continue;
    const end = interpolationEnd(text, start + 2, `'"`, `'"`);
    if (end === void 0) continue;
    const expression = text.slice(start + 2, end - 1).trim();
    found.push({ kind: "hole", construct: "Serverless variable", expression, start, end });
    after = end;
  }
  return found;
}

// packages/templates/src/holes/terraform-template.ts
function scanTerraformTemplate(text) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    if (isHclEscape(text, at)) {
      found.push({ kind: "drop", start: at + 1, end: at + 2 });
      at += 2;
      continue;
    }
    const sequence = readHclSequence(text, at, text.length);
    if (sequence === void 0) continue;
    const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
    found.push({ kind: "hole", construct, expression: sequence.expression, start: at, end: sequence.end });
    at = sequence.end - 1;
  }
  return found;
}

// packages/templates/src/holes/interpolation.ts
var SCANNERS = {
  "cfn-sub": scanCfnSub,
  serverless: scanServerlessVariables,
  terraform: scanTerraformTemplate
};
function applyInterpolations(pieces, interpolations) {
  let current = [...pieces];
  for (const interpolation of interpolations) {
    const scan = SCANNERS[interpolation];
    current = splitAtHoles(current).flatMap(
      (run) => run[0]?.kind === "hole" ? run : replaceInPieces(run, scan(pieceText(run)))
    );
  }
  return current;
}
function splitAtHoles(pieces) {
  const runs = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last === void 0 || piece.kind === "hole" || last[0]?.kind === "hole") runs.push([piece]);
    else last.push(piece);
  }
  return runs;
}
function escapeForInterpolations(text, interpolations) {
  let escaped = text;
  for (const interpolation of [...interpolations].reverse()) {
    if (interpolation === "cfn-sub") escaped = escapeForCfnSub(escaped);
    else if (interpolation === "terraform") escaped = escapeHclSequences(escaped);
  }
  return escaped;
}

// packages/templates/src/map/piece-builder.ts
var PieceBuilder = class {
  /** `base` is the host offset of the literal's first character. */
  constructor(source, base) {
    this.source = source;
    this.base = base;
  }
  source;
  base;
  pieces = [];
  runStart = -1;
  runEnd = -1;
  /** Source characters that the template has as they are. */
  verbatim(start, end) {
    if (start >= end) return;
    if (this.runEnd !== start) {
      this.flush();
      this.runStart = start;
    }
    this.runEnd = end;
  }
  /** Source characters that stand for `text`; nothing if `text` is empty. */
  escape(start, end, text) {
    this.flush();
    if (text === "") return;
    this.pieces.push({ kind: "escape", text, start: this.base + start, end: this.base + end });
  }
  /** A host expression, delimiters included in the range. */
  hole(start, end, construct, expression) {
    this.flush();
    const source = this.source.slice(start, end);
    this.pieces.push({ kind: "hole", construct, expression, source, start: this.base + start, end: this.base + end });
  }
  finish() {
    this.flush();
    return this.pieces;
  }
  flush() {
    if (this.runStart < 0) return;
    const { runStart, runEnd } = this;
    const text = this.source.slice(runStart, runEnd);
    this.pieces.push({ kind: "verbatim", text, start: this.base + runStart, end: this.base + runEnd });
    this.runStart = -1;
    this.runEnd = -1;
  }
};

// packages/templates/src/map/literals/hcl-heredoc.ts
function readFrame(source) {
  const opening = /^<<(-?)([^\s<>]+)[ \t]*\r?\n/.exec(source);
  if (opening === null) return void 0;
  const body = opening[0].length;
  const lastBreak = source.lastIndexOf("\n", source.trimEnd().length);
  if (source.slice(lastBreak + 1).trim() !== opening[2]) return void 0;
  return { flush: opening[1] === "-", body, end: lastBreak + 1 };
}
function tokenize(source, { body, end }) {
  const tokens = [];
  let start = body;
  const flush = (to) => {
    if (to > start) tokens.push({ start, end: to });
    start = to;
  };
  for (let at = body; at < end; ) {
    if (isHclEscape(source, at)) {
      at += 3;
    } else if ((source[at] === "$" || source[at] === "%") && source[at + 1] === "{") {
      const sequence = readHclSequence(source, at, end);
      if (sequence === void 0) return void 0;
      flush(at);
      tokens.push({ start: at, end: sequence.end, sequence });
      at = sequence.end;
      start = at;
    } else {
      at++;
      if (source[at - 1] === "\n") flush(at);
    }
  }
  flush(end);
  return tokens;
}
function decodeHclHeredoc(source, base) {
  const frame = readFrame(source);
  const tokens = frame && tokenize(source, frame);
  if (frame === void 0 || tokens === void 0) return void 0;
  trimAroundSequences(source, tokens);
  if (frame.flush) dropMargin(source, tokens);
  const builder = new PieceBuilder(source, base);
  for (const { start, end, sequence } of tokens) {
    if (sequence !== void 0) {
      const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
      builder.hole(start, end, construct, sequence.expression);
      continue;
    }
    for (let at = start; at < end; ) {
      builder.verbatim(at, at + 1);
      at += 1;
      if (!isHclEscape(source, at - 1)) continue;
      builder.verbatim(at + 1, at + 2);
      at += 2;
    }
  }
  return builder.finish();
}
function trimAroundSequences(source, tokens) {
  tokens.forEach(({ sequence }, index) => {
    if (sequence === void 0) return;
    const before = tokens[index - 1];
    if (sequence.trimsBefore && before !== void 0 && before.sequence === void 0) {
      while (before.end > before.start && /\s/.test(source[before.end - 1])) before.end--;
    }
    const after = tokens[index + 1];
    if (sequence.trimsAfter && after !== void 0 && after.sequence === void 0) {
      while (after.start < after.end && /\s/.test(source[after.start])) after.start++;
    }
  });
}
function dropMargin(source, tokens) {
  let margin = Number.POSITIVE_INFINITY;
  const indented = [];
  let lineStart = true;
  for (const token of tokens) {
    if (lineStart) {
      const text = source.slice(token.start, token.end);
      if (token.sequence !== void 0) margin = 0;
      else if (text.trim() !== "" || !text.endsWith("\n")) {
        margin = Math.min(margin, text.length - text.trimStart().length);
        indented.push(token);
      }
    }
    lineStart = token.sequence === void 0 && source[token.end - 1] === "\n";
  }
  if (margin === Number.POSITIVE_INFINITY) return;
  for (const token of indented) token.start += margin;
}
function heredocMargin(source) {
  const frame = readFrame(source);
  const tokens = frame && tokenize(source, frame);
  if (!frame?.flush || tokens === void 0) return "";
  const lines = source.slice(frame.body, frame.end).split("\n").filter((line) => line.trim() !== "");
  const margins = lines.map((line) => line.slice(0, line.length - line.trimStart().length));
  return margins.reduce((least, margin) => margin.length < least.length ? margin : least, margins[0] ?? "");
}

// packages/templates/src/map/literals/hcl-quoted.ts
var SHORT_ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ['"', '"'],
  ["\\", "\\"]
]);
var HEX_LENGTHS = /* @__PURE__ */ new Map([
  ["u", 4],
  ["U", 8]
]);
function decodeHclQuoted(source, base) {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return void 0;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at];
    if (character === '"' || character === "\n") return void 0;
    if (character === "\\") {
      const end = decodeEscape(builder, source, at, limit);
      if (end === void 0) return void 0;
      at = end;
    } else if (isHclEscape(source, at)) {
      builder.verbatim(at, at + 1);
      builder.verbatim(at + 2, at + 3);
      at += 3;
    } else if ((character === "$" || character === "%") && source[at + 1] === "{") {
      const sequence = readHclSequence(source, at, limit);
      if (sequence === void 0) return void 0;
      const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
      builder.hole(at, sequence.end, construct, sequence.expression);
      at = sequence.end;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
function decodeEscape(builder, source, at, limit) {
  const selector = source[at + 1];
  if (at + 1 >= limit) return void 0;
  const length = HEX_LENGTHS.get(selector);
  if (length !== void 0) {
    const digits = source.slice(at + 2, at + 2 + length);
    const code = Number.parseInt(digits, 16);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits) || code > 1114111) return void 0;
    builder.escape(at, at + 2 + length, String.fromCodePoint(code));
    return at + 2 + length;
  }
  const short = SHORT_ESCAPES.get(selector);
  if (short === void 0) return void 0;
  builder.escape(at, at + 2, short);
  return at + 2;
}
function encodeHclQuotedCharacters(text) {
  const escaped = text.replace(/["\\\n\r\t\0-\x1f]/g, (character) => {
    for (const [selector, meaning] of SHORT_ESCAPES) if (meaning === character) return `\\${selector}`;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return escapeHclSequences(escaped);
}

// packages/templates/src/map/literals/js-string.ts
var SHORT_ESCAPES2 = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["t", "	"],
  ["b", "\b"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"]
]);
function decodeJsString(source, base) {
  const quote = source[0];
  if (source.length < 2 || quote !== "'" && quote !== '"' && quote !== "`" || source.at(-1) !== quote)
    return void 0;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at];
    if (character === quote || quote !== "`" && (character === "\n" || character === "\r")) return void 0;
    if (character === "\\") {
      const escape = readJsEscape(source, at, limit);
      if (escape === void 0) return void 0;
      builder.escape(at, escape.end, escape.text);
      at = escape.end;
    } else if (quote === "`" && character === "$" && source[at + 1] === "{") {
      const end = interpolationEnd(source, at + 2, "\"'`", "`", limit);
      if (end === void 0) return void 0;
      builder.hole(at, end, "JavaScript expression", source.slice(at + 2, end - 1).trim());
      at = end;
    } else if (character === "\r") {
      const end = source[at + 1] === "\n" ? at + 2 : at + 1;
      builder.escape(at, end, "\n");
      at = end;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
function readJsEscape(source, at, limit) {
  const selector = source[at + 1];
  if (selector === void 0 || at + 1 >= limit) return void 0;
  if (selector === "\r" && source[at + 2] === "\n") return { end: at + 3, text: "" };
  if (/[\n\r\u2028\u2029]/.test(selector)) return { end: at + 2, text: "" };
  if (selector === "x" || selector === "u") {
    const match = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(source.slice(at, at + 10));
    const code = Number.parseInt(match?.[1] ?? match?.[2] ?? match?.[3] ?? "", 16);
    if (match === null || code > 1114111 || at + match[0].length > limit) return void 0;
    const text = match[3] === void 0 ? String.fromCharCode(code) : String.fromCodePoint(code);
    return { end: at + match[0].length, text };
  }
  if (selector === "0" && !/[0-9]/.test(source[at + 2] ?? "")) return { end: at + 2, text: "\0" };
  if (/[0-9]/.test(selector)) return void 0;
  const width = (source.codePointAt(at + 1) ?? 0) > 65535 ? 2 : 1;
  return { end: at + 1 + width, text: SHORT_ESCAPES2.get(selector) ?? source.slice(at + 1, at + 1 + width) };
}
function encodeJsCharacters(text, quote) {
  const escaped = text.replace(/[\\\r\u2028\u2029\0-\x08\x0b\x0c\x0e-\x1f]/g, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "\r") return "\\r";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  if (quote === "`") return escaped.replaceAll("`", "\\`").replaceAll("${", "\\${");
  return escaped.replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`);
}

// packages/templates/src/map/literals/json-string.ts
var SHORT_ESCAPES3 = /* @__PURE__ */ new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function decodeJsonString(source, base) {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return void 0;
  const builder = new PieceBuilder(source, base);
  const end = source.length - 1;
  for (let at = 1; at < end; ) {
    const character = source[at];
    if (character === '"' || character < " ") return void 0;
    if (character !== "\\") {
      builder.verbatim(at, at + 1);
      at++;
      continue;
    }
    const selector = source[at + 1];
    if (selector === "u") {
      const digits = source.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return void 0;
      builder.escape(at, at + 6, String.fromCharCode(Number.parseInt(digits, 16)));
      at += 6;
      continue;
    }
    const short = SHORT_ESCAPES3.get(selector) ?? ('"\\/'.includes(selector) ? selector : void 0);
    if (short === void 0 || at + 1 >= end) return void 0;
    builder.escape(at, at + 2, short);
    at += 2;
  }
  return builder.finish();
}
function encodeJsonCharacters(text) {
  return JSON.stringify(text).slice(1, -1);
}

// packages/templates/src/map/literals/plain-text.ts
function decodePlainText(source, base) {
  return source === "" ? [] : [{ kind: "verbatim", text: source, start: base, end: base + source.length }];
}

// packages/templates/src/map/literals/python-string.ts
var SHORT_ESCAPES4 = /* @__PURE__ */ new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"]
]);
function readPythonStringFrame(source) {
  const match = /^([rRuUfF]{0,2})("""|'''|"|')/.exec(source);
  if (match === null) return void 0;
  const prefix = match[1];
  const quote = match[2];
  if (source.length < prefix.length + 2 * quote.length || !source.endsWith(quote)) return void 0;
  return { raw: /r/i.test(prefix), formatted: /f/i.test(prefix), prefix, quote };
}
function decodePythonString(source, base) {
  const frame = readPythonStringFrame(source);
  if (frame === void 0) return void 0;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - frame.quote.length;
  for (let at = frame.prefix.length + frame.quote.length; at < limit; ) {
    const character = source[at];
    if (source.startsWith(frame.quote, at)) return void 0;
    if (frame.quote.length === 1 && character === "\n") return void 0;
    if (character === "\\") {
      const escape = frame.raw ? readRawBackslash(source, at, limit) : readPythonEscape(source, at, limit);
      if (escape === void 0) return void 0;
      if (escape.text === void 0) builder.verbatim(at, escape.end);
      else builder.escape(at, escape.end, escape.text);
      at = escape.end;
    } else if (frame.formatted && (character === "{" || character === "}")) {
      if (source[at + 1] === character && at + 1 < limit) {
        builder.verbatim(at, at + 1);
        at += 2;
        continue;
      }
      const end = character === "{" ? interpolationEnd(source, at + 1, `"'`, "", limit) : void 0;
      if (end === void 0) return void 0;
      builder.hole(at, end, "Python expression", source.slice(at + 1, end - 1).trim());
      at = end;
    } else if (character === "\r") {
      const end = source[at + 1] === "\n" ? at + 2 : at + 1;
      builder.escape(at, end, "\n");
      at = end;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
function readRawBackslash(source, at, limit) {
  if (at + 1 >= limit) return void 0;
  const next = source[at + 1];
  return { end: next === "'" || next === '"' || next === "\\" ? at + 2 : at + 1, text: void 0 };
}
function readPythonEscape(source, at, limit) {
  const selector = source[at + 1];
  if (selector === void 0 || at + 1 >= limit) return void 0;
  if (selector === "\r") return { end: source[at + 2] === "\n" ? at + 3 : at + 2, text: "" };
  const short = SHORT_ESCAPES4.get(selector);
  if (short !== void 0) return { end: at + 2, text: short };
  const coded = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/.exec(
    source.slice(at, at + 10)
  );
  if (coded === null) {
    return selector === "N" || selector === "x" || /u/i.test(selector) ? void 0 : { end: at + 1, text: void 0 };
  }
  const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? coded[4], coded[4] === void 0 ? 16 : 8);
  if (code > 1114111 || at + coded[0].length > limit) return void 0;
  return { end: at + coded[0].length, text: String.fromCodePoint(code) };
}
function encodePythonCharacters(text, frame) {
  const quote = frame.quote[0];
  const escaped = text.replace(/[\\\r\0-\x08\x0b\x0c\x0e-\x1f]/g, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "\r") return "\\r";
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  const quoted = frame.quote.length === 1 ? escaped.replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`) : escaped.replace(new RegExp(`${quote}(?=${quote}|$)`, "g"), `\\${quote}`);
  return frame.formatted ? quoted.replaceAll("{", "{{").replaceAll("}", "}}") : quoted;
}

// packages/templates/src/map/literals/yaml-block.ts
function readBlock(source, parentIndent) {
  const header = /^([|>])(?:([1-9])([-+]?)|([-+])([1-9]?))?[ \t]*(?:#[^\n]*)?(\r?\n|$)/.exec(source);
  if (header === null) return void 0;
  const explicit = header[2] ?? header[5] ?? "";
  const chomp = (header[3] ?? "") || (header[4] ?? "");
  const lines = splitLines(source, header[0].length);
  let tail = lines.length;
  while (tail > 0 && isBlank(lines[tail - 1])) tail--;
  let indent = parentIndent + Number(explicit || 0);
  if (explicit === "") {
    for (const line of lines.slice(0, tail)) {
      const spaces = line.text - line.start;
      if (!isBlank(line)) {
        indent = spaces;
        break;
      }
      indent = Math.max(indent, spaces);
    }
  }
  indent = Math.max(indent, 0);
  for (let index = lines.length - 1; index >= tail; index--) {
    if (lines[index].text - lines[index].start > indent) tail = index + 1;
  }
  return { folded: header[1] === ">", chomp, indent, lines, tail };
}
function splitLines(source, from) {
  const lines = [];
  for (let start = from; start < source.length; ) {
    const lineFeed = source.indexOf("\n", start);
    const next = lineFeed < 0 ? source.length : lineFeed + 1;
    let end = lineFeed < 0 ? source.length : lineFeed;
    if (end > start && source[end - 1] === "\r" && lineFeed >= 0) end--;
    let text = start;
    while (text < end && source[text] === " ") text++;
    lines.push({ start, text, end, next });
    start = next;
  }
  return lines;
}
var isBlank = (line) => line.text === line.end;
function decodeYamlBlock(source, base, parentIndent) {
  const block = readBlock(source, parentIndent);
  if (block === void 0) return void 0;
  const builder = new PieceBuilder(source, base);
  const emitBreak = (at, text, until) => {
    if (text === "\n" && source[at] === "\n") builder.verbatim(at, at + 1);
    else builder.escape(at, Math.max(until, at), text);
  };
  const content = block.lines.slice(0, block.tail);
  if (block.folded) emitFolded(builder, source, block, content, emitBreak);
  else emitLiteral(builder, block, content, emitBreak);
  emitTail(block, content, emitBreak);
  return builder.finish();
}
function emitLiteral(builder, block, content, emitBreak) {
  content.forEach((line, index) => {
    const previous = content[index - 1];
    if (previous !== void 0) emitBreak(previous.end, "\n", previous.next);
    builder.verbatim(Math.min(line.start + block.indent, line.text), line.end);
  });
}
function emitFolded(builder, source, block, content, emitBreak) {
  const firstText2 = content.findIndex((line) => !isBlank(line));
  for (const line of content.slice(0, firstText2)) emitBreak(line.end, "\n", line.next);
  let separator = "";
  let separatorAt = 0;
  let afterMoreIndented = false;
  for (const line of content.slice(firstText2)) {
    const moreIndented = line.text - line.start > block.indent || source[line.text] === "	";
    if (isBlank(line) && !moreIndented) {
      separator = separator === " " ? "\n" : `${separator}
`;
      continue;
    }
    if (moreIndented) {
      if (separator === " ") separator = "\n";
      else if (separator !== "" && !afterMoreIndented) separator += "\n";
    }
    const from = Math.min(line.start + block.indent, line.text);
    if (separator !== "") emitBreak(separatorAt, separator, from);
    builder.verbatim(from, line.end);
    separator = moreIndented ? "\n" : " ";
    separatorAt = line.end;
    afterMoreIndented = moreIndented;
  }
}
function emitTail(block, content, emitBreak) {
  const last = content.at(-1);
  if (block.chomp === "-") return;
  if (last !== void 0) emitBreak(last.end, "\n", last.next);
  if (block.chomp !== "+") return;
  for (const line of block.lines.slice(block.tail)) {
    if (line.next > line.end) emitBreak(line.end, "\n", line.next);
  }
}
function yamlBlockIndent(source, parentIndent) {
  return readBlock(source, parentIndent)?.indent;
}
function encodeYamlBlock(text, indent, parentIndent) {
  const printable = /^[\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;
  const relative = indent - parentIndent;
  if (!printable.test(text) || !/[^\s]/.test(text) || /\x85|\u2028|\u2029/.test(text) || relative < 1) return void 0;
  const indicator = /^\n*[ \t]/.test(text) ? relative <= 9 ? String(relative) : void 0 : "";
  if (indicator === void 0) return void 0;
  const body = text.replace(/\n+$/, "");
  const breaks = text.length - body.length;
  const chomp = breaks === 0 ? "-" : breaks === 1 ? "" : "+";
  const margin = " ".repeat(indent);
  const lines = body.split("\n").map((line) => line === "" ? "" : margin + line);
  return `|${indicator}${chomp}
${lines.join("\n")}${"\n".repeat(Math.max(breaks, 1))}`;
}

// packages/templates/src/map/literals/yaml-flow-folding.ts
function foldedBreak(source, at, limit) {
  let end = at;
  let breaks = 0;
  while (end < limit) {
    const character = source[end];
    if (character === "\n") breaks++;
    else if (character === "\r" && source[end + 1] !== "\n") break;
    else if (character !== " " && character !== "	" && character !== "\r") break;
    end++;
  }
  if (breaks === 0) return void 0;
  return { end, text: breaks === 1 ? " " : "\n".repeat(breaks - 1) };
}
function foldWhitespace(builder, source, at, limit) {
  const fold = foldedBreak(source, at, limit);
  if (fold !== void 0) {
    builder.escape(at, fold.end, fold.text);
    return fold.end;
  }
  let end = at + 1;
  while (end < limit && (source[end] === " " || source[end] === "	")) end++;
  builder.verbatim(at, end);
  return end;
}
var isFlowWhitespace = (character) => character === " " || character === "	" || character === "\n" || character === "\r";

// packages/templates/src/map/literals/yaml-flow.ts
var SHORT_ESCAPES5 = /* @__PURE__ */ new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1B"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"],
  ["N", "\x85"],
  ["_", "\xA0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ["	", "	"],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"]
]);
var HEX_LENGTHS2 = /* @__PURE__ */ new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8]
]);
function decodeYamlPlain(source, base) {
  const builder = new PieceBuilder(source, base);
  for (let at = 0; at < source.length; ) {
    if (isFlowWhitespace(source[at])) {
      at = foldWhitespace(builder, source, at, source.length);
      continue;
    }
    builder.verbatim(at, at + 1);
    at++;
  }
  return builder.finish();
}
function decodeYamlSingle(source, base) {
  if (source.length < 2 || source[0] !== "'" || source.at(-1) !== "'") return void 0;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    if (isFlowWhitespace(source[at])) {
      at = foldWhitespace(builder, source, at, limit);
    } else if (source[at] === "'") {
      if (source[at + 1] !== "'" || at + 1 >= limit) return void 0;
      builder.escape(at, at + 2, "'");
      at += 2;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
function decodeYamlDouble(source, base) {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return void 0;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at];
    if (isFlowWhitespace(character)) {
      at = foldWhitespace(builder, source, at, limit);
    } else if (character === "\\") {
      const end = decodeEscape2(builder, source, at, limit);
      if (end === void 0) return void 0;
      at = end;
    } else if (character === '"') {
      return void 0;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
function decodeEscape2(builder, source, at, limit) {
  const selector = source[at + 1];
  if (at + 1 >= limit) return void 0;
  if (selector === "\n" || selector === "\r") return afterEscapedBreak(builder, source, at, limit);
  const length = HEX_LENGTHS2.get(selector);
  if (length !== void 0) {
    const digits = source.slice(at + 2, at + 2 + length);
    const code = Number.parseInt(digits, 16);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits) || code > 1114111) return void 0;
    builder.escape(at, at + 2 + length, String.fromCodePoint(code));
    return at + 2 + length;
  }
  const short = SHORT_ESCAPES5.get(selector);
  if (short === void 0) return void 0;
  builder.escape(at, at + 2, short);
  return at + 2;
}
function afterEscapedBreak(builder, source, at, limit) {
  let end = at + (source[at + 1] === "\r" && source[at + 2] === "\n" ? 3 : 2);
  while (end < limit && (source[end] === " " || source[end] === "	")) end++;
  builder.escape(at, end, "");
  return end;
}
function encodeYamlDoubleCharacters(text) {
  return JSON.stringify(text).slice(1, -1).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function encodeYamlSingle(text) {
  if (/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(text)) return void 0;
  return `'${text.replaceAll("'", "''")}'`;
}
function isSafeYamlPlain(source) {
  return /^[A-Za-z$(/_.+~^=;<\\]/.test(source) && !/[\s]$|[\n\r\t,[\]{}]|: |:$| #/.test(source) && !/^(?:null|true|false|yes|no|on|off|[yn]|~|=|<<|[-+.]?[\d.][\d._eE+-]*|[-+]?\.(?:inf|nan))$/i.test(source) && !/[^\x20-\x7e]/.test(source);
}

// packages/templates/src/map/decode-literal.ts
function decodeLiteral(source, literal) {
  const pieces = decodeSyntax(source, literal.start, literal.syntax);
  return pieces && applyInterpolations(pieces, literal.interpolations);
}
function decodeSyntax(source, base, syntax) {
  switch (syntax.kind) {
    case "plain-text":
      return decodePlainText(source, base);
    case "json-string":
      return decodeJsonString(source, base);
    case "yaml-plain":
      return decodeYamlPlain(source, base);
    case "yaml-single":
      return decodeYamlSingle(source, base);
    case "yaml-double":
      return decodeYamlDouble(source, base);
    case "yaml-block":
      return decodeYamlBlock(source, base, syntax.parentIndent);
    case "hcl-quoted":
      return decodeHclQuoted(source, base);
    case "hcl-heredoc":
      return decodeHclHeredoc(source, base);
    case "js-string":
      return decodeJsString(source, base);
    case "python-string":
      return decodePythonString(source, base);
  }
}

// packages/templates/src/map/encode-literal.ts
function encodeInsertion(text, source, literal) {
  const escaped = escapeForInterpolations(text, literal.interpolations);
  const { syntax } = literal;
  switch (syntax.kind) {
    case "plain-text":
    case "yaml-plain":
      return escaped;
    case "json-string":
      return encodeJsonCharacters(escaped);
    case "yaml-single":
      return escaped.replaceAll("'", "''");
    case "yaml-double":
      return encodeYamlDoubleCharacters(escaped);
    case "yaml-block":
      return indentLines(escaped, " ".repeat(yamlBlockIndent(source, syntax.parentIndent) ?? 0));
    case "hcl-quoted":
      return encodeHclQuotedCharacters(escaped);
    case "hcl-heredoc":
      return indentLines(escapeHclSequences(escaped), heredocMargin(source));
    case "js-string":
      return encodeJsCharacters(escaped, source[0] ?? '"');
    case "python-string": {
      const frame = readPythonStringFrame(source);
      return frame === void 0 || frame.raw ? escaped : encodePythonCharacters(escaped, frame);
    }
  }
}
function indentLines(text, margin) {
  return text.replace(/\n(?!\n)/g, `
${margin}`);
}
function encodeWhole(content, source, literal) {
  return candidates(content, source, literal).filter((candidate) => candidate !== void 0);
}
function candidates(content, source, { syntax, interpolations }) {
  const joined = (encode, encodeSource) => content.map(
    (item) => typeof item === "string" ? encode(escapeForInterpolations(item, interpolations)) : encodeSource(item.source)
  ).join("");
  const decodedText = () => joined(same, same);
  switch (syntax.kind) {
    case "plain-text":
      return [decodedText()];
    case "json-string":
      return [JSON.stringify(decodedText())];
    case "yaml-plain":
    case "yaml-single":
      return [encodeYamlSingle(decodedText()), `"${encodeYamlDoubleCharacters(decodedText())}"`];
    case "yaml-double":
      return [`"${encodeYamlDoubleCharacters(decodedText())}"`];
    case "yaml-block":
      return blockCandidates(decodedText(), source, syntax);
    case "hcl-quoted":
      return [`"${joined(encodeHclQuotedCharacters, same)}"`];
    case "hcl-heredoc":
      return [heredoc(joined(escapeHclSequences, same), source), `"${joined(encodeHclQuotedCharacters, same)}"`];
    case "js-string": {
      const quote = source[0] ?? '"';
      return [`${quote}${joined((text) => encodeJsCharacters(text, quote), same)}${quote}`];
    }
    case "python-string": {
      const frame = readPythonStringFrame(source);
      if (frame === void 0) return [];
      const written = joined((text) => encodePythonCharacters(text, frame), same);
      return [`${frame.prefix.replace(/r/i, "")}${frame.quote}${written}${frame.quote}`];
    }
  }
}
var same = (text) => text;
function blockCandidates(text, source, syntax) {
  const indent = yamlBlockIndent(source, syntax.parentIndent) ?? 0;
  const lineEnd = source.endsWith("\n") ? "\n" : "";
  return [
    encodeYamlBlock(text, Math.max(indent, syntax.parentIndent + 1), Math.max(syntax.parentIndent, 0)),
    `"${encodeYamlDoubleCharacters(text)}"${lineEnd}`
  ];
}
function heredoc(body, source) {
  const marker = /^<<-?(\S+)/.exec(source)?.[1];
  if (marker === void 0 || body !== "" && !body.endsWith("\n")) return void 0;
  return `<<${marker}
${body}${marker}`;
}

// packages/templates/src/map/apply-edits.ts
function applyEdits(embedded, hostText, edits) {
  const byLiteral = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const trimmed = trimEdit(embedded.text, edit);
    if (trimmed === void 0) continue;
    const placed = placeEdit(embedded, trimmed);
    if (typeof placed === "string") return { ok: false, reason: placed };
    for (const { literal, edit: literalEdit } of placed) {
      byLiteral.set(literal, [...byLiteral.get(literal) ?? [], literalEdit]);
    }
  }
  const hostEdits = [];
  for (const [index, literalEdits] of byLiteral) {
    const { start } = embedded.literals[index];
    if (embedded.literals.some((other, position) => position !== index && other.start === start)) {
      return { ok: false, reason: "the host uses this text in several places of the template" };
    }
    const rewritten = editLiteral(embedded, index, hostText, literalEdits);
    if (rewritten === void 0) {
      return { ok: false, reason: "the literal that holds this part cannot express the new text" };
    }
    hostEdits.push(...rewritten);
  }
  return { ok: true, edits: hostEdits.sort((a, b) => a.start - b.start) };
}
function trimEdit(text, edit) {
  let { start, end, newText } = edit;
  while (start < end && newText !== "" && text[start] === newText[0]) {
    start++;
    newText = newText.slice(1);
  }
  while (end > start && newText !== "" && text[end - 1] === newText.at(-1)) {
    end--;
    newText = newText.slice(0, -1);
  }
  return start === end && newText === "" ? void 0 : { start, end, newText };
}
function placeEdit(embedded, edit) {
  if (edit.start === edit.end) return placeInsertion(embedded, edit);
  const covered = embedded.segments.filter((segment) => segment.start < edit.end && segment.end > edit.start);
  const placed = [];
  let newText = edit.newText;
  for (const segment of covered) {
    if (segment.kind === "hole") return "the change touches a host expression";
    if (segment.literal < 0) return "the change touches text that the host generates";
    const widened = withinSegment(embedded.text, segment, { ...edit, newText });
    newText = "";
    const last = placed.at(-1);
    if (last?.literal === segment.literal) {
      placed[placed.length - 1] = { literal: last.literal, edit: mergeEdits(last.edit, widened) };
    } else placed.push({ literal: segment.literal, edit: widened });
  }
  return placed;
}
function withinSegment(text, segment, edit) {
  const start = Math.max(edit.start, segment.start);
  const end = Math.min(edit.end, segment.end);
  if (segment.kind === "verbatim") {
    const hostStart = segment.hostStart + start - segment.start;
    return { start, end, newText: edit.newText, hostStart, hostEnd: hostStart + end - start };
  }
  const newText = text.slice(segment.start, start) + edit.newText + text.slice(end, segment.end);
  return { start: segment.start, end: segment.end, newText, hostStart: segment.hostStart, hostEnd: segment.hostEnd };
}
function mergeEdits(first, second) {
  const newText = first.newText + second.newText;
  return { start: first.start, end: second.end, newText, hostStart: first.hostStart, hostEnd: second.hostEnd };
}
function placeInsertion({ text, segments, literals }, edit) {
  const before = segments.findLast((segment) => segment.start < edit.start && segment.end >= edit.start);
  const after = segments.find((segment) => segment.start >= edit.start);
  if (before !== void 0 && before.end > edit.start) {
    if (before.kind === "hole") return "the change touches a host expression";
    if (before.literal < 0) return "the change touches text that the host generates";
    return [{ literal: before.literal, edit: withinSegment(text, before, edit) }];
  }
  const atLineStart = text[edit.start - 1] === "\n";
  const preferred = atLineStart ? [after, before] : [before, after];
  for (const segment of preferred.toSorted((a, b) => Number(isHole(a)) - Number(isHole(b)))) {
    if (segment === void 0 || segment.literal < 0) continue;
    const host2 = segment === before ? segment.hostEnd : segment.hostStart;
    return [{ literal: segment.literal, edit: { ...edit, hostStart: host2, hostEnd: host2 } }];
  }
  if (segments.length > 0 || literals.length === 0) return "no literal of the host borders on this place";
  const host = -1;
  return [{ literal: 0, edit: { ...edit, hostStart: host, hostEnd: host } }];
}
var isHole = (segment) => segment?.kind === "hole";
function editLiteral(embedded, index, hostText, edits) {
  const literal = embedded.literals[index];
  const source = hostText.slice(literal.start, literal.end);
  const expected = expectedContent(embedded, index, hostText, edits);
  if (edits.every((edit) => edit.hostStart >= 0)) {
    const local = edits.map(({ hostStart, hostEnd, newText }) => ({
      start: hostStart,
      end: hostEnd,
      newText: encodeInsertion(newText, source, literal)
    }));
    if (says(spliceText(source, literal.start, local), literal, expected)) return local;
  }
  const whole = encodeWhole(expected, source, literal).find((candidate) => says(candidate, literal, expected));
  return whole === void 0 ? void 0 : [{ start: literal.start, end: literal.end, newText: whole }];
}
function spliceText(source, base, edits) {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += source.slice(at, edit.start - base) + edit.newText;
    at = edit.end - base;
  }
  return result + source.slice(at);
}
function expectedContent(embedded, index, hostText, edits) {
  const literal = embedded.literals[index];
  const pieces = decodeLiteral(hostText.slice(literal.start, literal.end), literal) ?? [];
  const segments = embedded.segments.filter((segment) => segment.literal === index);
  const content = [];
  let next = 0;
  let deletedUpTo = 0;
  segments.forEach((segment, position) => {
    const piece = pieces[position];
    let at = Math.max(segment.start, deletedUpTo);
    const until = piece?.kind === "hole" ? segment.start + 1 : segment.end;
    for (; next < edits.length && edits[next].start < until; next++) {
      const edit = edits[next];
      if (piece?.kind !== "hole") content.push(embedded.text.slice(at, edit.start));
      content.push(edit.newText);
      at = Math.max(at, edit.end);
      deletedUpTo = at;
    }
    content.push(piece?.kind === "hole" ? { source: piece.source } : embedded.text.slice(at, segment.end));
  });
  content.push(...edits.slice(next).map((edit) => edit.newText));
  return mergeContent(content);
}
function mergeContent(content) {
  const merged = [];
  for (const item of content) {
    const last = merged.at(-1);
    if (item === "") continue;
    if (typeof item === "string" && typeof last === "string") merged[merged.length - 1] = last + item;
    else merged.push(item);
  }
  return merged;
}
var contentOf = (pieces) => mergeContent(pieces.map((piece) => piece.kind === "hole" ? { source: piece.source } : piece.text));
function says(source, literal, expected) {
  const syntax = syntaxOf(source, literal.syntax);
  if (syntax.kind === "yaml-plain" && !isSafeYamlPlain(source)) return false;
  const trimmed = syntax.kind === "yaml-double" ? source.trimEnd() : source;
  const pieces = decodeLiteral(trimmed, { ...literal, syntax });
  return pieces !== void 0 && JSON.stringify(contentOf(pieces)) === JSON.stringify(expected);
}
function syntaxOf(source, syntax) {
  const first = source[0];
  if (syntax.kind.startsWith("yaml-")) {
    if (first === '"') return { kind: "yaml-double" };
    if (first === "'") return { kind: "yaml-single" };
  }
  return syntax.kind === "hcl-heredoc" && first === '"' ? { kind: "hcl-quoted" } : syntax;
}

// packages/templates/src/edit-template.ts
function editTemplate(template, fileText, edits) {
  let outcome = { ok: true, edits };
  for (const [index, layer] of template.layers.entries()) {
    if (!outcome.ok) return outcome;
    outcome = applyEdits(layer, template.layers[index + 1]?.text ?? fileText, outcome.edits);
  }
  return outcome;
}

// packages/templates/src/file-path.ts
function resolvePath(from, reference) {
  const absolute = /^(?:\/|[a-zA-Z]:[\\/])/.test(reference);
  const slashed = reference.replaceAll("\\", "/");
  const segments = absolute ? slashed.split("/") : [...from.split("/").slice(0, -1), ...slashed.split("/")];
  const resolved = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === "." || segment === "" && index > 0) continue;
    if (segment === ".." && resolved.length > 0 && resolved.at(-1) !== ".." && resolved.at(-1) !== "") resolved.pop();
    else resolved.push(segment);
  }
  return resolved.join("/");
}

// packages/templates/src/host-format.ts
var FORMATS = /* @__PURE__ */ new Map([
  ["vtl", "template"],
  ["vm", "template"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["json", "json"],
  ["tf", "terraform"],
  ["ts", "typescript"],
  ["mts", "typescript"],
  ["cts", "typescript"],
  // The TSX grammar reads JavaScript, JSX included, where the TypeScript one would take `<a>b` for a cast.
  ["js", "tsx"],
  ["mjs", "tsx"],
  ["cjs", "tsx"],
  ["jsx", "tsx"],
  ["tsx", "tsx"],
  ["py", "python"]
]);
var HOST_EXTENSIONS = [...FORMATS.keys(), "template", "tftpl"];
function formatOf(path, text) {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (extension === "template" || extension === "tftpl" || extension === "json") {
    if (/\.(?:vtl|vm)\.tftpl$/i.test(path)) return "template";
    return /^\s*[{[]/.test(text) || extension === "json" ? "json" : "yaml";
  }
  return FORMATS.get(extension);
}
var SIGNS = {
  template: /(?:)/,
  yaml: /templates?["']?\s*:|DefinitionBody|DefinitionUri/i,
  json: /(?:request|response)_?templates|DefinitionBody|DefinitionUri/i,
  terraform: /(?:request|response)_templates|aws_api_gateway_rest_api|aws_apigatewayv2_api/,
  typescript: /(?:request|response)_?(?:mapping_?)?templates?/i,
  tsx: /(?:request|response)_?(?:mapping_?)?templates?/i,
  python: /(?:request|response)_?(?:mapping_?)?templates?/i
};
function mayHoldTemplates(text, format) {
  return SIGNS[format].test(text);
}

// packages/templates/src/tree/lookup.ts
var normalized = (key) => key.replaceAll("_", "").toLowerCase();
function entryOf(node, key) {
  if (node?.kind !== "map") return void 0;
  const exact = node.entries.find((entry) => entry.key === key);
  if (exact !== void 0) return exact;
  const wanted = normalized(key);
  return node.entries.find((entry) => normalized(entry.key) === wanted);
}
function valueAt(node, ...path) {
  let current = node;
  for (const key of path) current = entryOf(branches(current)[0]?.node, key)?.value;
  return current;
}
var MOST_BRANCHES = 64;
function branches(node, conditions = []) {
  if (node === void 0) return [];
  const found = [];
  const pending = [{ node, conditions }];
  while (pending.length > 0 && found.length < MOST_BRANCHES) {
    const branch = pending.shift();
    const inner = branchesOfOne(branch.node);
    if (inner === void 0) found.push(branch);
    else {
      pending.unshift(
        ...inner.map(({ condition, node: value }) => ({
          node: value,
          conditions: [...branch.conditions, condition]
        }))
      );
    }
  }
  return found.filter((branch) => !isNoValue(branch.node));
}
function branchesOfOne(node) {
  if (node.kind === "choice") return node.branches;
  const operands = intrinsic(node, "Fn::If");
  if (operands?.kind !== "list" || operands.items.length !== 3) return void 0;
  const [condition, whenTrue, whenFalse] = operands.items;
  const name = condition.kind === "scalar" ? String(condition.value) : "?";
  return [
    { condition: name, node: whenTrue },
    { condition: `not ${name}`, node: whenFalse }
  ];
}
function isNoValue(node) {
  const reference = intrinsic(node, "Ref");
  return reference?.kind === "scalar" && reference.value === "AWS::NoValue";
}
function intrinsic(node, name) {
  return node?.kind === "map" && node.entries.length === 1 && node.entries[0].key === name ? node.entries[0].value : void 0;
}
function isIntrinsic(node) {
  return node.entries.length === 1 && /^(?:Fn::|Ref$|Condition$)/.test(node.entries[0].key);
}
function pointerTo(parent, key) {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// packages/templates/src/holes/expression-scanner.ts
var DIRECTIVE_OPENING = /#\{?(?:set|if|elseif|foreach)\}?[ \t]*\(/y;
var METHOD_OPENING = /\$!?\{?[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)*\(/y;
var CHAINED_CALL = /(?:\.[a-zA-Z][\w-]*)+\(/y;
var ExpressionScanner = class {
  at = 0;
  depth = 0;
  quote = "";
  /** Reads on to the end of `text`, which starts with what was read before. */
  inExpression(text) {
    while (this.at < text.length) this.step(text);
    return this.depth > 0 && this.quote === "";
  }
  step(text) {
    const character = text[this.at];
    if (this.depth === 0) {
      this.at = this.opening(text, character);
      return;
    }
    this.at++;
    if (this.quote !== "") {
      if (character === this.quote) this.quote = "";
    } else if (character === '"' || character === "'") this.quote = character;
    else if (character === "(") this.depth++;
    else if (character === ")") {
      this.depth--;
      if (this.depth === 0) this.tryOpen(CHAINED_CALL, text);
    }
  }
  opening(text, character) {
    if (text.startsWith("##", this.at)) {
      const lineEnd = text.indexOf("\n", this.at);
      return lineEnd < 0 ? text.length : lineEnd;
    }
    if (character === "#" && this.tryOpen(DIRECTIVE_OPENING, text)) return this.at;
    if (character === "$" && this.tryOpen(METHOD_OPENING, text)) return this.at;
    return this.at + 1;
  }
  tryOpen(pattern, text) {
    pattern.lastIndex = this.at;
    const match = pattern.exec(text);
    if (match === null) return false;
    this.at += match[0].length;
    this.depth = 1;
    return true;
  }
};

// packages/templates/src/holes/placeholder.ts
var LONGEST_NAME = 48;
function placeholderFor(expression, inExpression) {
  if (inExpression) return "1";
  const name = expression.replace(/[^\w.:/@-]+/g, "-").replace(/^-+|-+$/g, "");
  const shortened = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}~` : name;
  return `<${shortened || "host"}>`;
}

// packages/templates/src/map/assemble.ts
function assemble(parts) {
  const segments = [];
  const holes = [];
  const literals = [];
  const scanner = new ExpressionScanner();
  let text = "";
  const add = (kind, added, host, literal) => {
    if (added === "") return;
    const start = text.length;
    text += added;
    segments.push({ kind, start, end: text.length, hostStart: host.start, hostEnd: host.end, literal });
  };
  const addHole = (hole, literal) => {
    const { construct, expression, start: hostStart, end: hostEnd } = hole;
    const numeric = scanner.inExpression(text) && !/[\w-]$/.test(text);
    const start = text.length;
    add("hole", placeholderFor(expression, numeric), hole, literal);
    holes.push({ construct, expression, start, end: text.length, hostStart, hostEnd });
  };
  for (const part of parts) {
    if (part.kind === "fixed") add("fixed", part.text, part, -1);
    else if (part.kind === "expression") addHole(part.hole, -1);
    else {
      const index = part.kind === "literal" ? literals.push(part.literal) - 1 : -1;
      for (const piece of part.pieces) {
        if (piece.kind === "hole") addHole(piece, index);
        else add(piece.kind, piece.text, piece, index);
      }
    }
  }
  return { text, segments, holes, literals };
}

// packages/templates/src/tree/json-text.ts
function jsonParts(node, style, context) {
  const parts = [];
  const writer = new JsonWriter(parts, style, context);
  writer.write(node, 0);
  return parts;
}
var JsonWriter = class {
  constructor(parts, style, context) {
    this.parts = parts;
    this.style = style;
    this.context = context;
  }
  parts;
  style;
  context;
  write(node, level) {
    if (node.kind === "map") this.writeMap(node, level);
    else if (node.kind === "list") {
      this.writeItems("[", "]", node.items, node, level, (item) => this.write(item, level + 1));
    } else if (node.kind === "scalar" && node.literal === void 0) this.fixed(JSON.stringify(node.value), node);
    else this.writeString(node);
  }
  writeMap(node, level) {
    const entries = this.style.sortKeys ? [...node.entries].sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0) : node.entries;
    this.writeItems("{", "}", entries, node, level, ({ key, keyRange, value }) => {
      this.fixed(this.encode(JSON.stringify(key)) + this.style.keySeparator, keyRange);
      this.write(value, level + 1);
    });
  }
  writeItems(open, close, items, range, level, writeItem) {
    const lineBreak = (depth) => this.style.indent > 0 ? `
${" ".repeat(this.style.indent * depth)}` : "";
    if (items.length === 0) {
      this.fixed(open + close, range);
      return;
    }
    items.forEach((item, index) => {
      const separator = this.style.indent > 0 ? this.style.itemSeparator.trimEnd() : this.style.itemSeparator;
      this.fixed((index === 0 ? open : separator) + lineBreak(level + 1), range);
      writeItem(item);
    });
    this.fixed(lineBreak(level) + close, range);
  }
  /** A string: its characters with JSON's escapes, its expressions as holes. */
  writeString(node) {
    const inner = textParts(node, this.context);
    if (inner === void 0) {
      this.expression(node);
      return;
    }
    if (inner.length === 1 && inner[0].kind === "expression") {
      this.parts.push(inner[0]);
      return;
    }
    this.fixed('"', { start: node.start, end: node.start });
    for (const part of inner) {
      if (part.kind === "expression") this.parts.push(part);
      else if (part.kind === "fixed") this.fixed(this.escape(part.text), part);
      else this.parts.push({ kind: "rewritten", pieces: part.pieces.flatMap((piece) => this.escapePiece(piece)) });
    }
    this.fixed('"', { start: node.end, end: node.end });
  }
  escapePiece(piece) {
    if (piece.kind === "hole") return [piece];
    const escaped = this.escape(piece.text);
    if (escaped === piece.text) return [piece];
    if (piece.kind === "escape") return [{ ...piece, text: escaped }];
    return [...piece.text].reduce((pieces, character) => {
      const start = pieces.at(-1)?.end ?? piece.start;
      const text = this.escape(character);
      pieces.push({ kind: text === character ? "verbatim" : "escape", text, start, end: start + character.length });
      return pieces;
    }, []);
  }
  escape(text) {
    return this.encode(JSON.stringify(text).slice(1, -1));
  }
  encode(json) {
    return json.replace(
      this.style.escaped,
      (character) => [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("")
    );
  }
  expression({ start, end }) {
    const expression = this.context.source.slice(start, end);
    const construct = "JavaScript expression";
    this.parts.push({ kind: "expression", hole: { kind: "hole", construct, expression, source: expression, start, end } });
  }
  fixed(text, { start, end }) {
    this.parts.push({ kind: "fixed", text, start, end });
  }
};

// packages/templates/src/tree/node-text.ts
function textAlternatives(node, context) {
  const found = [];
  for (const { node: branch, conditions } of branches(node)) {
    const reference = fileReferenceOf(branch, context);
    if (reference !== void 0) {
      found.push({ kind: "file", reference, conditions });
      continue;
    }
    const parts = textParts(branch, context);
    if (parts !== void 0 && parts.some((part) => part.kind !== "expression")) {
      found.push({ kind: "text", parts, conditions });
    }
  }
  return found;
}
function displayText(node, context) {
  const branch = branches(node)[0]?.node;
  if (branch === void 0) return void 0;
  if (branch.kind === "scalar" && branch.literal === void 0) {
    return branch.value === null ? void 0 : String(branch.value);
  }
  const parts = textParts(branch, context);
  return parts && assemble(parts).text;
}
function fileReferenceOf(node, context) {
  if (node.kind === "file") return node;
  if (node.kind !== "scalar" || typeof node.value !== "string" || !context.interpolations.includes("serverless")) {
    return void 0;
  }
  const path = /^\s*\$\{file\(([^(){}]+)\)\}\s*$/.exec(node.value)?.[1];
  if (path === void 0) return void 0;
  return { kind: "file", path: path.trim(), interpolated: false, start: node.start, end: node.end };
}
function textParts(node, context) {
  switch (node.kind) {
    case "text":
      return [...node.parts];
    case "json":
      return jsonParts(node.value, node.style, context);
    case "scalar":
      return node.literal && literalParts(node.literal, context, []);
    case "expression":
      return [expressionPart(node, node.construct, node.source)];
    case "map":
      return context.intrinsics ? intrinsicParts(node, context) : void 0;
    default:
      return void 0;
  }
}
function literalParts(literal, context, interpolations) {
  const withContext = {
    ...literal,
    interpolations: [...literal.interpolations, ...context.interpolations, ...interpolations]
  };
  const pieces = decodeLiteral(context.source.slice(literal.start, literal.end), withContext);
  return pieces && [{ kind: "literal", literal: withContext, pieces }];
}
function intrinsicParts(node, context) {
  const sub = intrinsic(node, "Fn::Sub");
  if (sub !== void 0) {
    const pattern = sub.kind === "list" ? sub.items[0] : sub;
    return pattern?.kind === "scalar" && pattern.literal !== void 0 ? literalParts(pattern.literal, context, ["cfn-sub"]) : void 0;
  }
  const join = intrinsic(node, "Fn::Join");
  if (join !== void 0) return joinParts(join, context);
  if (node.kind !== "map" || !isIntrinsic(node)) return void 0;
  return [expressionPart(node, "CloudFormation intrinsic", describeIntrinsic(node))];
}
function joinParts(join, context) {
  if (join.kind !== "list" || join.items.length !== 2) return void 0;
  const [separator, values] = join.items;
  if (separator.kind !== "scalar" || typeof separator.value !== "string" || values.kind !== "list") return void 0;
  const parts = [];
  for (const [index, value] of values.items.entries()) {
    if (index > 0) parts.push({ kind: "fixed", text: separator.value, start: separator.start, end: separator.end });
    const inner = value.kind === "scalar" && value.literal === void 0 ? void 0 : textParts(value, context);
    if (inner !== void 0) parts.push(...inner);
    else parts.push(expressionPart(value, "CloudFormation intrinsic", describeIntrinsic(value)));
  }
  return parts;
}
function expressionPart(range, construct, expression) {
  const { start, end } = range;
  return { kind: "expression", hole: { kind: "hole", construct, expression, source: expression, start, end } };
}
function describeIntrinsic(node) {
  if (node.kind === "scalar") return String(node.value);
  if (node.kind !== "map" || node.entries.length === 0) return node.kind;
  const { key, value } = node.entries[0];
  const operand = value.kind === "scalar" ? String(value.value) : value.kind === "list" && value.items.every((item) => item.kind === "scalar") ? value.items.map((item) => item.kind === "scalar" ? String(item.value) : "").join(".") : void 0;
  if (operand === void 0) return key;
  return key === "Ref" || key === "Fn::GetAtt" ? operand : `${key}:${operand}`;
}

// packages/templates/src/facts/integration-uri.ts
function readIntegrationUri(uri) {
  const match = /^arn:[^:]*:apigateway:(?:<[^>]*>|[^:]*):([^:/]+):(action|path)\/(.*)$/s.exec(uri.trim());
  if (match === null) {
    return /^arn:[^:]*:lambda:|:lambda:path\//.test(uri) ? { service: "lambda" } : {};
  }
  const service = match[1].split(".").at(-1);
  if (match[2] !== "action") return { service };
  const action = /^(?:[^&]*[?&]Action=)?([\w]+)/.exec(match[3])?.[1];
  return action === void 0 ? { service } : { service, action };
}

// packages/templates/src/facts/read-integration.ts
function readIntegration(node, context) {
  const text = (...keys) => firstText(node, keys, context);
  const type = text("type", "integrationType")?.toUpperCase();
  const uri = text("uri", "integrationUri");
  const httpMethod = text("integrationHttpMethod", "httpMethod", "integrationMethod");
  const passthroughBehavior = text("passthroughBehavior", "passThrough");
  const contentHandling = text("contentHandling", "contentHandlingStrategy");
  const templateSelectionExpression = text("templateSelectionExpression");
  return {
    ...type !== void 0 && { type },
    proxy: type === "AWS_PROXY" || type === "HTTP_PROXY",
    ...uri !== void 0 && { uri, ...readIntegrationUri(uri) },
    ...httpMethod !== void 0 && { httpMethod },
    ...passthroughBehavior !== void 0 && { passthroughBehavior: passthroughBehavior.toUpperCase() },
    ...contentHandling !== void 0 && { contentHandling },
    ...templateSelectionExpression !== void 0 && { templateSelectionExpression },
    requestParameters: readTexts(valueAt(node, "requestParameters"), context),
    requestTemplates: dataEntries(valueAt(node, "requestTemplates")).map((entry) => entry.key),
    responses: integrationResponses(node).map(
      ({ node: response, pattern }) => readIntegrationResponse(response, pattern, context)
    )
  };
}
function integrationResponses(integration) {
  const entry = entryOf(integration, "integrationResponses") ?? entryOf(integration, "responses");
  return branches(entry?.value).flatMap(({ node }) => {
    if (node.kind === "list") {
      return node.items.flatMap(
        (item, index) => branches(item).map((branch) => ({ node: branch.node, path: [entry.key, index] }))
      );
    }
    return dataEntries(node).flatMap(
      ({ key, value }) => branches(value).map((branch) => ({ node: branch.node, pattern: key, path: [entry.key, key] }))
    );
  });
}
function readIntegrationResponse(node, pattern, context) {
  const statusCode = displayText(valueAt(node, "statusCode"), context);
  const selectionPattern = displayText(valueAt(node, "selectionPattern"), context) ?? (pattern === "default" ? "" : pattern);
  const contentHandling = displayText(valueAt(node, "contentHandling"), context);
  return {
    ...statusCode !== void 0 && { statusCode },
    ...selectionPattern !== void 0 && { selectionPattern },
    ...contentHandling !== void 0 && { contentHandling },
    responseParameters: readTexts(valueAt(node, "responseParameters"), context)
  };
}
function readTexts(node, context) {
  return Object.fromEntries(
    dataEntries(branches(node)[0]?.node).flatMap(({ key, value }) => {
      const text = displayText(value, context);
      return text === void 0 ? [] : [[key, text]];
    })
  );
}
function dataEntries(node) {
  return node?.kind === "map" && !isIntrinsic(node) ? node.entries : [];
}
function firstText(node, keys, context) {
  for (const key of keys) {
    const text = displayText(valueAt(node, key), context);
    if (text !== void 0) return text;
  }
  return void 0;
}

// packages/templates/src/syntax-tree/named-children.ts
function namedChildren(node) {
  return node.namedChildren.filter((child) => child !== null && child.type !== "comment");
}
function descendants(root, types) {
  return root.descendantsOfType([...types]).filter((node) => node !== null);
}

// packages/templates/src/syntax-tree/grammar.ts
import { Language, Parser } from "web-tree-sitter";
var runtime;
var languages = /* @__PURE__ */ new WeakMap();
async function loadLanguage(grammar, load) {
  runtime ??= load("runtime").then((wasmBinary) => Parser.init({ wasmBinary })).catch((error) => {
    runtime = void 0;
    throw error;
  });
  await runtime;
  return Language.load(await load(grammar));
}
async function parseSource(source, grammar, { loadGrammar }) {
  if (loadGrammar === void 0) return void 0;
  const loaded = languages.get(loadGrammar) ?? /* @__PURE__ */ new Map();
  languages.set(loadGrammar, loaded);
  const loading = loaded.get(grammar) ?? loadLanguage(grammar, loadGrammar);
  loaded.set(grammar, loading);
  let language;
  try {
    language = await loading;
  } catch (error) {
    loaded.delete(grammar);
    throw error;
  }
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    return parser.parse(source) ?? void 0;
  } finally {
    parser.delete();
  }
}

// packages/templates/src/syntax-tree/search-tree.ts
async function searchTree(search, grammar, host, find) {
  const { source } = search.context;
  let tree;
  try {
    tree = await parseSource(source, grammar, host);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the ${grammar} grammar cannot be loaded: ${reason}`;
    search.report({ code: "grammar-unavailable", message, start: 0, end: 0 });
    return;
  }
  if (tree === void 0) {
    const message = `the ${grammar} grammar is not available here`;
    search.report({ code: "grammar-unavailable", message, start: 0, end: 0 });
    return;
  }
  try {
    const broken = tree.rootNode.hasError ? firstError(tree.rootNode) : void 0;
    if (broken !== void 0) {
      const message = broken.isMissing ? `missing ${broken.type}` : "cannot be parsed here";
      search.report({ code: "host-syntax", message, start: broken.startIndex, end: broken.endIndex });
    }
    find(tree.rootNode);
  } finally {
    tree.delete();
  }
}
function firstError(root) {
  let node = root;
  while (node !== null) {
    if (node.isError || node.isMissing) return node;
    node = node.children.find((child) => child?.hasError || child?.isMissing || child?.isError) ?? null;
  }
  return void 0;
}

// packages/templates/src/hosts/cdk/construct-facts.ts
var CONSTRUCT_TYPES = /* @__PURE__ */ new Map([
  ["AwsIntegration", "AWS"],
  ["LambdaIntegration", "AWS"],
  ["SagemakerIntegration", "AWS"],
  ["StepFunctionsIntegration", "AWS"],
  ["HttpIntegration", "HTTP"],
  ["MockIntegration", "MOCK"]
]);
var PROXY_BY_DEFAULT = /* @__PURE__ */ new Set(["LambdaIntegration", "HttpIntegration"]);
function constructFacts(binding, readObject, context) {
  const objects = [];
  let construct;
  for (let node = binding.parent; node !== null; node = node.parent) {
    if (node.type === "object" || node.type === "dictionary" || node.type === "argument_list") {
      objects.push(readObject(node));
    }
    const name = constructName(node);
    if (name === void 0) continue;
    if (CONSTRUCT_TYPES.has(name) || /^(?:Cfn)?(?:Integration|Method)$/.test(name)) {
      construct = name;
      break;
    }
    if (/Stack$|Construct$|Api$/.test(name)) break;
  }
  const merged = mergeObjects(objects);
  if (construct === void 0 && objects.length === 0) return {};
  return { integration: withConstruct(readIntegration(merged, context), construct, merged, context) };
}
function mergeObjects(objects) {
  const entries = objects.flatMap((object) => object.entries);
  return { kind: "map", entries, start: objects[0]?.start ?? 0, end: objects.at(-1)?.end ?? 0 };
}
function constructName(node) {
  const callee = node.type === "new_expression" ? node.childForFieldName("constructor") : node.type === "call" ? node.childForFieldName("function") : null;
  return /(\w+)$/.exec(callee?.text ?? "")?.[1];
}
function withConstruct(read, construct, options, context) {
  const declared = displayText(valueAt(options, "type"), context)?.replace(/[<>]/g, "").split(".").at(-1);
  const base = CONSTRUCT_TYPES.get(construct ?? "") ?? declared?.toUpperCase();
  const option = valueAt(options, "proxy");
  const asked = option?.kind === "scalar" && typeof option.value === "boolean" ? option.value : void 0;
  const proxy = base?.endsWith("_PROXY") || (asked ?? PROXY_BY_DEFAULT.has(construct ?? ""));
  const type = base !== void 0 && proxy && !base.endsWith("_PROXY") ? `${base}_PROXY` : base;
  const service = construct === "LambdaIntegration" ? "lambda" : displayText(valueAt(options, "service"), context);
  const action = displayText(valueAt(options, "action"), context);
  const passthrough = read.passthroughBehavior?.replace(/[<>]/g, "").split(".").at(-1);
  return {
    ...read,
    ...type !== void 0 && { type },
    proxy,
    ...service !== void 0 && { service },
    ...action !== void 0 && { action },
    ...passthrough !== void 0 && { passthroughBehavior: passthrough }
  };
}

// packages/templates/src/tree/host-document.ts
var DEEPEST_NESTING = 256;

// packages/templates/src/hosts/cdk/source-expression.ts
var SourceExpressionReader = class {
  constructor(source, language, resolveName) {
    this.source = source;
    this.language = language;
    this.resolveName = resolveName;
  }
  source;
  language;
  resolveName;
  resolving = /* @__PURE__ */ new Set();
  read(node, depth = 0) {
    if (depth > DEEPEST_NESTING) return this.expression(node);
    const children = namedChildren(node);
    switch (node.type) {
      case "string":
      case "template_string":
        return this.readString(node);
      case "concatenated_string":
        return this.concatenation(node, children, depth);
      case "binary_expression":
      case "binary_operator":
        return this.readBinary(node, depth);
      case "parenthesized_expression":
      case "as_expression":
      case "satisfies_expression":
      case "non_null_expression":
        return children[0] === void 0 ? this.expression(node) : this.read(children[0], depth + 1);
      case "number":
      case "integer":
      case "float":
        return { kind: "scalar", value: Number(node.text), ...rangeOf(node) };
      case "true":
      case "false":
        return { kind: "scalar", value: node.type === "true", ...rangeOf(node) };
      case "null":
      case "none":
        return { kind: "scalar", value: null, ...rangeOf(node) };
      case "object":
      case "dictionary":
        return { kind: "map", entries: children.flatMap((child) => this.readEntry(child, depth)), ...rangeOf(node) };
      case "array":
      case "list":
      case "tuple":
        return { kind: "list", items: children.map((child) => this.read(child, depth + 1)), ...rangeOf(node) };
      case "ternary_expression":
      case "conditional_expression":
        return this.readConditional(node, children, depth);
      case "call_expression":
      case "call":
        return this.readCall(node, depth);
      case "identifier":
        return this.readName(node, depth);
      default:
        return this.expression(node);
    }
  }
  /** A call's keyword arguments, or an object's properties. */
  readEntry(node, depth = 0) {
    const key = node.childForFieldName("key") ?? node.childForFieldName("name");
    const value = node.childForFieldName("value");
    if (node.type === "shorthand_property_identifier") {
      return [{ key: node.text, keyRange: rangeOf(node), value: this.readName(node, depth) }];
    }
    if (node.type !== "pair" && node.type !== "keyword_argument" || key === null || value === null) return [];
    return [{ key: this.keyText(key), keyRange: rangeOf(key), value: this.read(value, depth + 1) }];
  }
  keyText(key) {
    const inner = key.type === "computed_property_name" ? namedChildren(key)[0] : key;
    if (inner === void 0) return key.text;
    if (inner.type === "property_identifier" || inner.type === "identifier") {
      const bound = inner === key ? void 0 : this.read(inner);
      return bound?.kind === "scalar" ? String(bound.value) : inner.text;
    }
    const value = this.read(inner);
    return value.kind === "scalar" ? String(value.value) : inner.text;
  }
  readString(node) {
    const literal = { syntax: this.language.literalSyntax, interpolations: [], ...rangeOf(node) };
    const pieces = decodeLiteral(this.source.slice(literal.start, literal.end), literal);
    if (pieces === void 0) return this.expression(node);
    return { kind: "scalar", value: assemble([{ kind: "literal", literal, pieces }]).text, literal, ...rangeOf(node) };
  }
  /** `a + b`, without recursing down the long left arm that many operands make. */
  readBinary(node, depth) {
    const operands = [];
    let current = node;
    while (current !== null && current.type === node.type && current.childForFieldName("operator")?.text === "+") {
      const right = current.childForFieldName("right");
      if (right !== null) operands.unshift(right);
      current = current.childForFieldName("left");
    }
    if (operands.length === 0 || current === null) return this.expression(node);
    return this.concatenation(node, [current, ...operands], depth);
  }
  concatenation(node, operands, depth) {
    const parts = operands.flatMap((operand) => this.partsOf(this.read(operand, depth + 1)));
    return parts.every((part) => part.kind === "expression") ? this.expression(node) : { kind: "text", parts, ...rangeOf(node) };
  }
  partsOf(node) {
    if (node.kind === "text") return [...node.parts];
    const literal = node.kind === "scalar" ? node.literal : void 0;
    const pieces = literal && decodeLiteral(this.source.slice(literal.start, literal.end), literal);
    if (literal !== void 0 && pieces !== void 0) return [{ kind: "literal", literal, pieces }];
    const expression = this.source.slice(node.start, node.end);
    const { construct } = this.language;
    const { start, end } = node;
    return [{ kind: "expression", hole: { kind: "hole", construct, expression, source: expression, start, end } }];
  }
  /** JavaScript has condition, consequence, alternative; Python has consequence, condition, alternative. */
  readConditional(node, children, depth) {
    const [first, second, third] = children;
    if (first === void 0 || second === void 0 || third === void 0) return this.expression(node);
    const [condition, whenTrue] = node.type === "ternary_expression" ? [first, second] : [second, first];
    const choices = [
      { condition: condition.text, node: this.read(whenTrue, depth + 1) },
      { condition: `not (${condition.text})`, node: this.read(third, depth + 1) }
    ];
    return { kind: "choice", branches: choices, ...rangeOf(node) };
  }
  readCall(node, depth) {
    const callee = node.childForFieldName("function");
    const list = node.childForFieldName("arguments");
    const args = list === null ? [] : namedChildren(list);
    const first = args[0];
    if (callee === null) return this.expression(node);
    const method = /(?:^|\.)(\w+)$/.exec(callee.text)?.[1];
    if (this.language.serializers.includes(callee.text) && first !== void 0) {
      const value = this.read(first, depth + 1);
      const style = { ...this.language.jsonStyle, indent: this.indentOf(args) };
      return value.kind === "expression" ? this.expression(node) : { kind: "json", value, style, ...rangeOf(node) };
    }
    if (method === "join") return this.readJoin(node, callee, first, depth);
    if (method === "readFileSync" || method === "open" || method === "read_text") return this.readFile(node, first);
    const receiver = callee.childForFieldName("object");
    if (receiver === null) return this.expression(node);
    const keeps = ["toString", "trim", "strip", "read", "read_text"].includes(method ?? "");
    return keeps ? this.read(receiver, depth + 1) : this.expression(node);
  }
  /** The third argument of `JSON.stringify`, the `indent` of `json.dumps`. */
  indentOf(args) {
    const named = args.find((arg) => arg.type === "keyword_argument" && arg.childForFieldName("name")?.text === "indent");
    const indent = Number((named?.childForFieldName("value") ?? args[2])?.text ?? 0);
    return Number.isInteger(indent) && indent > 0 && indent <= 10 ? indent : 0;
  }
  /** `[...].join(separator)` of JavaScript, `separator.join([...])` of Python. */
  readJoin(node, callee, first, depth) {
    const receiver = callee.childForFieldName("object");
    if (receiver === null) return this.expression(node);
    const [list, separator] = node.type === "call" ? [first && this.read(first, depth + 1), this.read(receiver, depth + 1)] : [this.read(receiver, depth + 1), first && this.read(first, depth + 1)];
    const text = separator === void 0 ? "," : separator.kind === "scalar" ? String(separator.value) : void 0;
    if (list?.kind !== "list" || text === void 0) return this.expression(node);
    const range = separator ?? list;
    const parts = list.items.flatMap((item, index) => [
      ...index > 0 ? [{ kind: "fixed", text, start: range.start, end: range.end }] : [],
      ...this.partsOf(item)
    ]);
    return { kind: "text", parts, ...rangeOf(node) };
  }
  /** The one string among the arguments that looks like a relative file: `path.join(__dirname, "../vtl/x.vtl")`. */
  readFile(node, argument) {
    const strings = (argument?.type === "string" ? [argument] : argument?.descendantsOfType("string") ?? []).flatMap(
      (candidate) => candidate === null ? [] : this.readString(candidate)
    );
    const parts = strings.flatMap((part) => part.kind === "scalar" ? [String(part.value)] : []);
    const path = parts.join("/").replace(/^\//, "");
    if (!/\.\w+$/.test(path) || /[<>]/.test(path)) return this.expression(node);
    return { kind: "file", path, interpolated: false, ...rangeOf(node) };
  }
  readName(node, depth) {
    const name = node.text;
    const bound = this.resolving.has(name) ? void 0 : this.resolveName(name);
    if (bound === void 0) return this.expression(node);
    this.resolving.add(name);
    const value = this.read(bound, depth + 1);
    this.resolving.delete(name);
    return value.kind === "expression" ? this.expression(node) : value;
  }
  expression(node) {
    return { kind: "expression", construct: this.language.construct, source: node.text, ...rangeOf(node) };
  }
};
function rangeOf(node) {
  return { start: node.startIndex, end: node.endIndex };
}

// packages/templates/src/hosts/cdk/source-language.ts
var JAVASCRIPT = {
  literalSyntax: { kind: "js-string" },
  construct: "JavaScript expression",
  jsonStyle: { itemSeparator: ",", keySeparator: ":", indent: 0, sortKeys: false, escaped: /(?!)/g },
  serializers: ["JSON.stringify"]
};
var PYTHON = {
  literalSyntax: { kind: "python-string" },
  construct: "Python expression",
  // json.dumps puts blanks after separators and escapes what is not ASCII.
  jsonStyle: { itemSeparator: ", ", keySeparator: ": ", indent: 0, sortKeys: false, escaped: /[^\x20-\x7e]/g },
  serializers: ["json.dumps", "dumps"]
};

// packages/templates/src/hosts/cdk/find-in-cdk.ts
var TEMPLATES_KEY = /^(request|response)_?templates$/i;
var TEMPLATE_NAME = /(request|response)_?(?:mapping_?)?template$/i;
var OBJECTS = ["object", "dictionary", "argument_list"];
var BINDINGS = ["pair", "keyword_argument", "variable_declarator", "assignment"];
async function findInCdk(search, grammar, host) {
  const { source } = search.context;
  const language = grammar === "python" ? PYTHON : JAVASCRIPT;
  await searchTree(search, grammar, host, (root) => {
    const bindings = singleBindings(root);
    const reader = new SourceExpressionReader(source, language, (name) => bindings.get(name));
    const finder = new SourceFinder(search, reader);
    for (const binding of descendants(root, BINDINGS)) finder.findTemplateMap(binding);
    for (const binding of descendants(root, BINDINGS)) finder.findNamedTemplate(binding);
  });
}
function singleBindings(root) {
  const bindings = /* @__PURE__ */ new Map();
  const repeated = /* @__PURE__ */ new Set();
  for (const node of descendants(root, ["variable_declarator", "assignment", "assignment_expression"])) {
    const target = node.childForFieldName("name") ?? node.childForFieldName("left");
    const value = node.childForFieldName("value") ?? node.childForFieldName("right");
    if (target?.type !== "identifier") continue;
    if (bindings.has(target.text)) repeated.add(target.text);
    if (value !== null) bindings.set(target.text, value);
  }
  for (const name of repeated) bindings.delete(name);
  return bindings;
}
var SourceFinder = class {
  constructor(search, reader) {
    this.search = search;
    this.reader = reader;
  }
  search;
  reader;
  findTemplateMap(binding) {
    const name = bindingName(binding);
    const match = TEMPLATES_KEY.exec(name);
    const value = bindingValue(binding);
    if (match === null || value === null) return;
    const direction = match[1].toLowerCase() === "request" ? "request" : "response";
    const owner = enclosingObject(binding);
    const response = owner && direction === "response" ? this.readObject(owner) : void 0;
    const facts = {
      direction,
      apiType: "REST",
      ...constructFacts(binding, (node2) => this.readObject(node2), this.search.context),
      ...response !== void 0 && {
        response: readIntegrationResponse(response, void 0, this.search.context)
      }
    };
    const node = this.reader.read(value);
    const unseen = branches(node).filter((branch) => !this.search.wasSeen(branch.node));
    for (const branch of unseen) this.search.addTemplateMap(branch.node, addressOf(binding, name), facts);
  }
  /** Texts whose name alone says what they are, if no map has brought them up. */
  findNamedTemplate(binding) {
    const name = bindingName(binding);
    const match = TEMPLATE_NAME.exec(name);
    const value = bindingValue(binding);
    if (match === null || value === null || this.isFound(value)) return;
    const node = this.reader.read(value);
    if (node.kind !== "scalar" && node.kind !== "text" && node.kind !== "json") return;
    const direction = match[1].toLowerCase() === "request" ? "request" : "response";
    this.search.addTemplate(node, addressOf(binding, name), { direction, apiType: "REST", conditions: [] });
  }
  isFound({ startIndex, endIndex }) {
    return this.search.templates.some(({ range }) => range.start < endIndex && range.end > startIndex);
  }
  readObject(node) {
    const entries = namedChildren(node).flatMap((child) => this.reader.readEntry(child));
    return { kind: "map", entries, start: node.startIndex, end: node.endIndex };
  }
};
function bindingName(node) {
  const target = node.childForFieldName("key") ?? node.childForFieldName("name") ?? node.childForFieldName("left");
  return target?.text.replace(/^['"]|['"]$/g, "") ?? "";
}
var bindingValue = (node) => node.childForFieldName("value") ?? node.childForFieldName("right");
function enclosingObject(node) {
  const parent = node.parent;
  return parent !== null && OBJECTS.includes(parent.type) ? parent : void 0;
}
function addressOf(binding, name) {
  const { row, column } = binding.startPosition;
  return pointerTo(`/${row + 1}:${column + 1}`, name);
}

// packages/templates/src/tree/read-json.ts
import { parseTree, printParseErrorCode } from "jsonc-parser";
function readJson(source) {
  const deep = depthProblem(source);
  if (deep !== void 0) return { problems: [deep] };
  const errors = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  const problems = errors.slice(0, 1).map(({ error, offset, length }) => ({
    code: "host-syntax",
    message: `not valid JSON: ${printParseErrorCode(error)}`,
    start: offset,
    end: offset + length
  }));
  return root === void 0 ? { problems } : { root: convert(root), problems };
}
function depthProblem(source) {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"' || character === "\n") quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth > DEEPEST_NESTING) {
      const message = `nested deeper than ${DEEPEST_NESTING} levels`;
      return { code: "host-too-deep", message, start: at, end: at + 1 };
    }
  }
  return void 0;
}
function convert(node) {
  const start = node.offset;
  const end = node.offset + node.length;
  switch (node.type) {
    case "object":
      return { kind: "map", entries: (node.children ?? []).flatMap(convertProperty), start, end };
    case "array":
      return { kind: "list", items: (node.children ?? []).map(convert), start, end };
    case "string": {
      const literal = { syntax: { kind: "json-string" }, interpolations: [], start, end };
      return { kind: "scalar", value: String(node.value), literal, start, end };
    }
    default: {
      const value = node.value;
      const scalar = typeof value === "number" || typeof value === "boolean" ? value : null;
      return { kind: "scalar", value: scalar, start, end };
    }
  }
}
function convertProperty(property) {
  const [key, value] = property.children ?? [];
  if (key === void 0 || value === void 0) return [];
  const keyRange = { start: key.offset, end: key.offset + key.length };
  return [{ key: String(key.value), keyRange, value: convert(value) }];
}

// packages/templates/src/tree/read-yaml.ts
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq
} from "yaml";

// packages/templates/src/tree/parse-yaml.ts
import { parseAllDocuments } from "yaml";
var MOST_REPAIRS = 64;
function parseYaml(source) {
  let readAs = source;
  let parsed = parseOnce(readAs);
  for (let repairs = 0; repairs < MOST_REPAIRS; repairs++) {
    const broken = parsed?.document.errors.find(isUnindentedQuote);
    const repaired = broken && joinQuotedLines(readAs, broken);
    if (repaired === void 0) break;
    readAs = repaired;
    parsed = parseOnce(readAs);
  }
  return parsed;
}
function isTolerated(error) {
  return error.code === "BAD_INDENT" && /^Flow \w+ in block collection/.test(error.message);
}
function parseOnce(source) {
  const documents = parseAllDocuments(source, {
    keepSourceTokens: true,
    logLevel: "silent",
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    schema: "core"
  });
  const document = Array.isArray(documents) ? documents[0] : void 0;
  return document && { document, readAs: source };
}
function isUnindentedQuote(error) {
  return error.code === "MISSING_CHAR" && /^Missing closing ["']/.test(error.message);
}
function joinQuotedLines(source, error) {
  const quote = /^Missing closing (["'])/.exec(error.message)[1];
  const start = openingQuote(source, error.pos[0], quote);
  const end = start === void 0 ? void 0 : closingQuote(source, start, quote);
  if (start === void 0 || end === void 0) return void 0;
  const scalar = source.slice(start, end);
  const joined = scalar.replace(/\\?\r?\n/g, (lineBreak) => " ".repeat(lineBreak.length));
  return joined === scalar ? void 0 : source.slice(0, start) + joined + source.slice(end);
}
function openingQuote(source, from, quote) {
  const lineStart = source.lastIndexOf("\n", from - 1) + 1;
  const line = source.slice(lineStart, from + 1);
  const opening = /(?:^|[\s,[{:])(["'])(?=(?:(?!\1)[^\\]|\\.)*$)/s;
  const match = opening.exec(line);
  return match?.[1] === quote ? lineStart + match.index + match[0].length - 1 : void 0;
}
function closingQuote(source, start, quote) {
  for (let at = start + 1; at < source.length; at++) {
    if (quote === '"' && source[at] === "\\") at++;
    else if (source[at] === quote) {
      if (quote === '"' || source[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return void 0;
}

// packages/templates/src/tree/read-yaml.ts
function readYaml(source) {
  let parsed;
  try {
    parsed = parseYaml(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ code: "host-too-deep", message: "nested too deep to be read", start: 0, end: 0 }] };
  }
  if (parsed === void 0) return { problems: [] };
  const { document, readAs } = parsed;
  const problems = document.errors.filter((error) => !isTolerated(error)).slice(0, 1).map((error) => ({
    code: "host-syntax",
    message: `not valid YAML: ${error.message.split("\n")[0]}`,
    start: error.pos[0],
    end: error.pos[1]
  }));
  const reader = new YamlReader(source, readAs);
  const root = reader.read(document.contents, 0);
  if (reader.tooDeep) {
    const message = `nested deeper than ${DEEPEST_NESTING} levels`;
    return { problems: [...problems, { code: "host-too-deep", message, start: 0, end: 0 }] };
  }
  return root === void 0 ? { problems } : { root, problems };
}
var MOST_MERGED_ENTRIES = 1e5;
var YamlReader = class {
  /** `readAs` is what the parser was given for `source`: of the same length, with the same literals' borders. */
  constructor(source, readAs) {
    this.source = source;
    this.readAs = readAs;
  }
  source;
  readAs;
  tooDeep = false;
  mergedEntries = 0;
  done = /* @__PURE__ */ new Map();
  /** The latest node of each anchor: nodes are read in the order of the file. */
  anchors = /* @__PURE__ */ new Map();
  /** `undefined` for what is no value: an alias that leads into itself, nesting without end. */
  read(node, depth) {
    if (depth > DEEPEST_NESTING) {
      this.tooDeep = true;
      return void 0;
    }
    if (isAlias(node)) return this.done.get(this.anchors.get(node.source) ?? node);
    if (!isNode(node)) return void 0;
    if (this.done.has(node)) return this.done.get(node);
    this.done.set(node, void 0);
    if (!isAlias(node) && node.anchor !== void 0) this.anchors.set(node.anchor, node);
    const value = this.readValue(node, depth);
    this.done.set(node, value);
    return value;
  }
  readValue(node, depth) {
    if (isScalar(node)) return withTag(this.readScalar(node), node.tag);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.read(item, depth + 1) ?? []);
      return withTag({ kind: "list", items, ...rangeOf2(node) }, node.tag);
    }
    if (isMap(node)) {
      const entries = node.items.flatMap((pair) => this.readPair(pair, depth));
      return withTag({ kind: "map", entries, ...rangeOf2(node) }, node.tag);
    }
    return void 0;
  }
  readPair(pair, depth) {
    const key = isScalar(pair.key) ? pair.key : void 0;
    if (key === void 0) return [];
    const value = this.read(pair.value, depth + 1) ?? { kind: "scalar", value: null, ...rangeOf2(key) };
    if (key.value === "<<" || key.source === "<<") return this.mergeEntries(value);
    return [{ key: key.source ?? String(key.value), keyRange: rangeOf2(key), value }];
  }
  /** `<<: *base` and `<<: [*a, *b]`. */
  mergeEntries(value) {
    const maps = value.kind === "list" ? value.items : [value];
    const entries = maps.flatMap((map) => map.kind === "map" ? map.entries : []);
    this.mergedEntries += entries.length;
    return this.mergedEntries > MOST_MERGED_ENTRIES ? [] : entries;
  }
  readScalar(node) {
    const range = rangeOf2(node);
    const syntax = syntaxOf2(node);
    const text = typeof node.value === "string" ? node.value : node.source;
    if (syntax === void 0 || text === void 0) return { kind: "scalar", value: scalarValue(node), ...range };
    if (typeof node.value !== "string") return { kind: "scalar", value: scalarValue(node), ...range };
    const literal = { syntax, interpolations: [], ...range };
    const decode = (from) => {
      const pieces = decodeSyntax(from.slice(range.start, range.end), range.start, syntax);
      return pieces && pieceText(pieces);
    };
    if (decode(this.readAs) !== text) return { kind: "scalar", value: text, ...range };
    return { kind: "scalar", value: decode(this.source) ?? text, literal, ...range };
  }
};
function scalarValue({ value }) {
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
function rangeOf2(node) {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
function syntaxOf2(node) {
  switch (node.type) {
    case "PLAIN":
      return { kind: "yaml-plain" };
    case "QUOTE_SINGLE":
      return { kind: "yaml-single" };
    case "QUOTE_DOUBLE":
      return { kind: "yaml-double" };
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED": {
      const token = node.srcToken;
      return { kind: "yaml-block", parentIndent: token?.type === "block-scalar" ? token.indent : 0 };
    }
    default:
      return void 0;
  }
}
var BARE_TAGS = /* @__PURE__ */ new Set(["Ref", "Condition"]);
var STANDARD_TAG = /^(?:tag:yaml\.org,2002:|!$|!!)/;
function withTag(node, tag) {
  if (tag === void 0 || STANDARD_TAG.test(tag) || !tag.startsWith("!")) return node;
  const name = tag.slice(1);
  const key = BARE_TAGS.has(name) ? name : `Fn::${name}`;
  const range = { start: node.start, end: node.end };
  const map = { kind: "map", entries: [{ key, keyRange: range, value: node }], ...range };
  return map;
}

// packages/templates/src/hosts/find-in-gateway-responses.ts
function findInGatewayResponses(node, address, apiType, search) {
  for (const { key: responseType, value } of branches(node).flatMap((branch) => dataEntries(branch.node))) {
    findInGatewayResponse(value, pointerTo(address, responseType), responseType, apiType, search);
  }
}
function findInGatewayResponse(node, address, responseType, apiType, search) {
  const templates = entryOf(node, "responseTemplates");
  if (templates === void 0) return;
  const statusCode = displayText(valueAt(node, "statusCode"), search.context);
  const gatewayResponse = { responseType, ...statusCode !== void 0 && { statusCode } };
  const facts = { direction: "response", apiType, gatewayResponse };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), facts);
}

// packages/templates/src/hosts/find-in-integration.ts
function findInIntegration(node, address, base, search) {
  const integration = readIntegration(node, search.context);
  const requests = entryOf(node, "requestTemplates");
  if (requests !== void 0) {
    const facts = { ...base, integration, direction: "request" };
    search.addTemplateMap(requests.value, pointerTo(address, requests.key), facts);
  }
  for (const { node: responseNode, pattern, path } of integrationResponses(node)) {
    const templates = entryOf(responseNode, "responseTemplates");
    if (templates === void 0) continue;
    const response = readIntegrationResponse(responseNode, pattern, search.context);
    const pointer = [...path, templates.key].reduce(pointerTo, address);
    search.addTemplateMap(templates.value, pointer, { ...base, integration, response, direction: "response" });
  }
}

// packages/templates/src/tree/to-json.ts
var DEEPEST = 24;
var MOST_VALUES = 5e3;
function toJson(node, root) {
  let budget = MOST_VALUES;
  const convert2 = (current, depth) => {
    budget--;
    if (current === void 0 || depth > DEEPEST || budget < 0) return true;
    switch (current.kind) {
      case "scalar":
        return current.value;
      case "list":
        return current.items.map((item) => convert2(item, depth + 1));
      case "map": {
        const target = referenceTarget(current, root);
        if (target !== void 0) return convert2(target, depth + 1);
        return Object.fromEntries(current.entries.map(({ key, value }) => [key, convert2(value, depth + 1)]));
      }
      default:
        return true;
    }
  };
  return convert2(node, 0);
}
function referenceTarget(node, root) {
  const reference = valueAt(node, "$ref");
  if (reference?.kind !== "scalar" || typeof reference.value !== "string" || !reference.value.startsWith("#/")) {
    return void 0;
  }
  const path = reference.value.slice(2).split("/");
  return valueAt(root, ...path.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")));
}

// packages/templates/src/hosts/openapi/read-operation.ts
var LOCATIONS = /* @__PURE__ */ new Map([
  ["path", "path"],
  ["query", "querystring"],
  ["header", "header"]
]);
function readOperation(operation, path, root, context) {
  const parameters = [...parameterNodes(path, root), ...parameterNodes(operation, root)];
  return {
    requestParameters: parameters.flatMap((parameter) => readParameter(parameter, context)),
    requestModels: readRequestModels(operation, parameters, root, context),
    responses: dataEntries(valueAt(operation, "responses")).map(({ key, value }) => ({
      statusCode: key,
      headers: dataEntries(valueAt(value, "headers")).map((entry) => entry.key),
      contentTypes: dataEntries(valueAt(value, "content")).map((entry) => entry.key)
    }))
  };
}
function parameterNodes(node, root) {
  const list = branches(valueAt(node, "parameters"))[0]?.node;
  if (list?.kind !== "list") return [];
  return list.items.map((item) => followReference(item, root));
}
function followReference(node, root) {
  const reference = valueAt(node, "$ref");
  if (reference?.kind !== "scalar" || typeof reference.value !== "string") return node;
  return valueAt(root, ...reference.value.replace(/^#\//, "").split("/")) ?? node;
}
function readParameter(node, context) {
  const location = LOCATIONS.get(displayText(valueAt(node, "in"), context) ?? "");
  const name = displayText(valueAt(node, "name"), context);
  if (location === void 0 || name === void 0) return [];
  const required = valueAt(node, "required");
  return [{ location, name, required: required?.kind === "scalar" && required.value === true }];
}
function readRequestModels(operation, parameters, root, context) {
  const models = dataEntries(valueAt(operation, "requestBody", "content")).flatMap(
    ({ key, value }) => {
      const schema2 = valueAt(value, "schema");
      return schema2 === void 0 ? [] : [[key, toJson(schema2, root)]];
    }
  );
  const body = parameters.find((parameter) => displayText(valueAt(parameter, "in"), context) === "body");
  const schema = valueAt(body, "schema");
  if (schema !== void 0) {
    const consumes = valueAt(operation, "consumes") ?? valueAt(root, "consumes");
    const types = consumes?.kind === "list" ? consumes.items.flatMap((item) => displayText(item, context) ?? []) : [];
    const json = toJson(schema, root);
    for (const type of types.length > 0 ? types : ["application/json"]) models.push([type, json]);
  }
  return Object.fromEntries(models);
}

// packages/templates/src/hosts/openapi/find-in-openapi.ts
function isOpenApi(root) {
  return entryOf(root, "paths") !== void 0 || /^\d/.test(String(scalarOf(root, "swagger") ?? scalarOf(root, "openapi")));
}
var scalarOf = (root, key) => {
  const value = valueAt(root, key);
  return value?.kind === "scalar" ? value.value : void 0;
};
var METHODS = /* @__PURE__ */ new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
var ANY_METHOD = "x-amazon-apigateway-any-method";
function findInOpenApi(root, place, search) {
  const declared = branches(valueAt(root, "x-amazon-apigateway-binary-media-types"))[0]?.node;
  const own = declared?.kind === "list" ? declared.items.flatMap((item) => displayText(item, search.context) ?? []) : [];
  const binaryMediaTypes = [...place.binaryMediaTypes ?? [], ...own];
  const paths = entryOf(root, "paths");
  for (const { node } of branches(paths?.value)) {
    for (const { key: path, value } of dataEntries(node)) {
      const address = pointerTo(pointerTo(place.address, paths.key), path);
      for (const { node: item } of branches(value)) {
        findInPath(root, item, address, { apiType: place.apiType, path, binaryMediaTypes }, search);
      }
    }
  }
  const responses = entryOf(root, "x-amazon-apigateway-gateway-responses");
  if (responses !== void 0) {
    findInGatewayResponses(responses.value, pointerTo(place.address, responses.key), place.apiType, search);
  }
}
function findInPath(root, item, address, base, search) {
  for (const { key: method, value } of dataEntries(item)) {
    const any = method.toLowerCase() === ANY_METHOD;
    if (!any && !METHODS.has(method.toLowerCase())) continue;
    for (const { node: operation } of branches(value)) {
      const entry = entryOf(operation, "x-amazon-apigateway-integration");
      if (entry === void 0) continue;
      const facts = {
        ...base,
        httpMethod: any ? "ANY" : method.toUpperCase(),
        method: readOperation(operation, item, root, search.context)
      };
      const pointer = pointerTo(pointerTo(address, method), entry.key);
      for (const { node: integration } of branches(entry.value)) findInIntegration(integration, pointer, facts, search);
    }
  }
}

// packages/templates/src/hosts/cloudformation/read-method.ts
function readMethod(properties, graph, context) {
  const responses = branches(valueAt(properties, "MethodResponses"))[0]?.node;
  return {
    requestParameters: dataEntries(valueAt(properties, "RequestParameters")).flatMap(readMethodParameter),
    requestModels: Object.fromEntries(
      dataEntries(valueAt(properties, "RequestModels")).flatMap(({ key, value }) => {
        const schema = graph.modelSchema(value);
        return schema === void 0 ? [] : [[key, toJson(schema, schema)]];
      })
    ),
    responses: (responses?.kind === "list" ? responses.items : []).flatMap((response) => {
      const statusCode = displayText(valueAt(response, "StatusCode"), context);
      if (statusCode === void 0) return [];
      const headers = dataEntries(valueAt(response, "ResponseParameters")).flatMap(
        ({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? []
      );
      const contentTypes = dataEntries(valueAt(response, "ResponseModels")).map(({ key }) => key);
      return [{ statusCode, headers, contentTypes }];
    })
  };
}
function readMethodParameter({ key, value }) {
  const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
  if (match === null) return [];
  const required = value.kind === "scalar" && (value.value === true || value.value === "true");
  return [{ location: match[1], name: match[2], required }];
}

// packages/templates/src/hosts/cloudformation/resource-graph.ts
var ResourceGraph = class {
  constructor(resources, context) {
    this.context = context;
    this.resources = dataEntries(resources).map(({ key, value }) => ({
      name: key,
      type: displayText(valueAt(value, "Type"), context) ?? "",
      properties: branches(valueAt(value, "Properties"))[0]?.node
    }));
    this.byName = new Map(this.resources.map((resource) => [resource.name, resource]));
  }
  context;
  resources;
  byName;
  /** The resource that a `Ref` or `Fn::GetAtt` names. */
  referred(node) {
    const target = intrinsic(node, "Ref") ?? intrinsic(node, "Fn::GetAtt");
    const first = target?.kind === "list" ? target.items[0] : target;
    if (first?.kind !== "scalar") return void 0;
    return this.byName.get(String(first.value).split(".")[0]);
  }
  /** The path of an `AWS::ApiGateway::Resource`; `undefined` where its parents lead out of the template. */
  pathOf(resourceId) {
    const parts = [];
    let current = resourceId;
    for (let steps = 0; steps < 64; steps++) {
      if (isRootResource(current)) return `/${parts.reverse().join("/")}`;
      const resource = this.referred(current);
      if (resource?.type === "AWS::ApiGateway::RestApi" || resource?.type === "AWS::Serverless::Api") {
        return `/${parts.reverse().join("/")}`;
      }
      const part = displayText(valueAt(resource?.properties, "PathPart"), this.context);
      if (part === void 0) return void 0;
      parts.push(part);
      current = valueAt(resource?.properties, "ParentId");
    }
    return void 0;
  }
  binaryMediaTypes(apiId) {
    const types = branches(valueAt(this.referred(apiId)?.properties, "BinaryMediaTypes"))[0]?.node;
    return types?.kind === "list" ? types.items.flatMap((item) => displayText(item, this.context) ?? []) : [];
  }
  /** The schema node of the model that a name or a reference means. */
  modelSchema(model) {
    return valueAt(this.referred(model)?.properties, "Schema");
  }
};
function isRootResource(node) {
  const target = intrinsic(node, "Fn::GetAtt");
  if (target?.kind === "list") {
    const attribute = target.items[1];
    return attribute?.kind === "scalar" && attribute.value === "RootResourceId";
  }
  return target?.kind === "scalar" && String(target.value).endsWith(".RootResourceId");
}

// packages/templates/src/hosts/cloudformation/web-socket.ts
function findInWebSocketIntegration(integration, address, graph, search) {
  const properties = integration.properties;
  const routeKey = routeKeyOf(integration, graph, search);
  const apiType = apiTypeOf(properties, graph, search);
  findInIntegration(properties, address, { apiType, ...routeKey !== void 0 && { routeKey } }, search);
}
function findInWebSocketResponse(properties, address, graph, search) {
  const templates = entryOf(properties, "ResponseTemplates");
  if (templates === void 0) return;
  const owner = graph.referred(valueAt(properties, "IntegrationId"));
  const routeKey = owner && routeKeyOf(owner, graph, search);
  const key = displayText(valueAt(properties, "IntegrationResponseKey"), search.context);
  const response = {
    ...key !== void 0 && { selectionPattern: key === "$default" ? "" : key },
    responseParameters: {}
  };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), {
    direction: "response",
    apiType: apiTypeOf(properties, graph, search),
    ...routeKey !== void 0 && { routeKey },
    ...owner?.properties !== void 0 && { integration: readIntegration(owner.properties, search.context) },
    response
  });
}
function apiTypeOf(properties, graph, search) {
  const api = graph.referred(valueAt(properties, "ApiId"));
  if (api?.type === "AWS::Serverless::HttpApi") return "HTTP";
  const protocol = displayText(valueAt(api?.properties, "ProtocolType"), search.context);
  return protocol === "HTTP" ? "HTTP" : "WEBSOCKET";
}
function routeKeyOf(integration, graph, search) {
  const route = graph.resources.find(
    ({ type, properties }) => type === "AWS::ApiGatewayV2::Route" && displayText(valueAt(properties, "Target"), search.context)?.endsWith(`<${integration.name}>`) === true
  );
  return displayText(valueAt(route?.properties, "RouteKey"), search.context);
}

// packages/templates/src/hosts/cloudformation/find-in-cloudformation.ts
function findInCloudFormation(root, address, search) {
  const entry = entryOf(root, "Resources");
  if (entry === void 0) return;
  const graph = new ResourceGraph(entry.value, search.context);
  const resources = pointerTo(address, entry.key);
  for (const resource of graph.resources) {
    const properties = pointerTo(pointerTo(resources, resource.name), "Properties");
    findInResource(resource, properties, graph, search);
  }
}
function findInResource(resource, address, graph, search) {
  const { type, properties } = resource;
  if (properties === void 0) return;
  switch (type) {
    case "AWS::ApiGateway::Method":
      findInMethod(properties, address, graph, search);
      break;
    case "AWS::ApiGateway::RestApi":
      findInDefinition(properties, ["Body"], address, "REST", search);
      break;
    case "AWS::Serverless::Api":
      findInDefinition(properties, ["DefinitionBody", "DefinitionUri"], address, "REST", search);
      findInSamGatewayResponses(properties, address, search);
      break;
    case "AWS::ApiGatewayV2::Api":
      findInDefinition(properties, ["Body"], address, "HTTP", search);
      break;
    case "AWS::Serverless::HttpApi":
      findInDefinition(properties, ["DefinitionBody", "DefinitionUri"], address, "HTTP", search);
      break;
    case "AWS::ApiGateway::GatewayResponse": {
      const responseType = displayText(valueAt(properties, "ResponseType"), search.context) ?? "";
      findInGatewayResponse(properties, address, responseType, "REST", search);
      break;
    }
    case "AWS::ApiGatewayV2::Integration":
      findInWebSocketIntegration(resource, address, graph, search);
      break;
    case "AWS::ApiGatewayV2::IntegrationResponse":
      findInWebSocketResponse(properties, address, graph, search);
      break;
  }
}
function findInMethod(properties, address, graph, search) {
  const { context } = search;
  const httpMethod = displayText(valueAt(properties, "HttpMethod"), context)?.toUpperCase();
  const path = graph.pathOf(valueAt(properties, "ResourceId"));
  const base = {
    apiType: "REST",
    ...httpMethod !== void 0 && { httpMethod },
    ...path !== void 0 && { path },
    method: readMethod(properties, graph, context),
    binaryMediaTypes: graph.binaryMediaTypes(valueAt(properties, "RestApiId"))
  };
  const entry = entryOf(properties, "Integration");
  for (const { node } of branches(entry?.value)) {
    findInIntegration(node, pointerTo(address, entry.key), base, search);
  }
}
function findInDefinition(properties, keys, address, apiType, search) {
  const declared = branches(valueAt(properties, "BinaryMediaTypes"))[0]?.node;
  const binaryMediaTypes = (
    // SAM writes `image~1png` for `image/png`.
    declared?.kind === "list" ? declared.items.flatMap((item) => displayText(item, search.context)?.replaceAll("~1", "/") ?? []) : []
  );
  for (const key of keys) {
    const entry = entryOf(properties, key);
    for (const { node } of branches(entry?.value)) {
      const place = { address: pointerTo(address, entry.key), apiType, binaryMediaTypes };
      const location = includedLocation(node) ?? (node.kind === "scalar" ? node : void 0);
      const file = location && displayText(location, search.context);
      if (location === void 0) findInOpenApi(node, place, search);
      else if (file !== void 0 && isLocalPath(file)) {
        const { start, end } = location;
        const reference = { kind: "file", path: file, interpolated: false, start, end };
        search.references.push({ kind: "definition", reference, address: place.address });
      }
    }
  }
}
function includedLocation(node) {
  const transform = intrinsic(node, "Fn::Transform");
  return transform && valueAt(transform, "Parameters", "Location");
}
var isLocalPath = (path) => !/^[a-z][a-z0-9+.-]+:|[<>$]/i.test(path);
function findInSamGatewayResponses(properties, address, search) {
  const entry = entryOf(properties, "GatewayResponses");
  if (entry !== void 0) findInGatewayResponses(entry.value, pointerTo(address, entry.key), "REST", search);
}

// packages/templates/src/hosts/find-by-key.ts
var TEMPLATES_KEY2 = /^(request|response)_?templates$/i;
function findByKey(root, search) {
  const visited = /* @__PURE__ */ new Set();
  const pending = [
    { node: root, address: "", integration: void 0 }
  ];
  while (pending.length > 0) {
    const { node, address, integration } = pending.pop();
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") {
      const children = node.items.map((item, index) => ({
        node: item,
        address: pointerTo(address, index),
        integration
      }));
      pending.push(...children.reverse());
    } else if (node.kind === "choice") {
      pending.push(...node.branches.map((branch) => ({ node: branch.node, address, integration })));
    } else if (node.kind === "map") {
      const owner = looksLikeIntegration(node) ? node : integration;
      for (const { key, value } of node.entries) addIfTemplates(node, key, value, address, owner, search);
      const children = node.entries.map(({ key, value }) => ({
        node: value,
        address: pointerTo(address, key),
        integration: owner
      }));
      pending.push(...children.reverse());
    }
  }
}
function looksLikeIntegration(node) {
  return ["requestTemplates", "uri", "passthroughBehavior", "integrationResponses"].some(
    (key) => entryOf(node, key) !== void 0
  );
}
function addIfTemplates(parent, key, value, address, integration, search) {
  const match = TEMPLATES_KEY2.exec(key);
  if (match === null || isSeen(value, search)) return;
  const direction = match[1].toLowerCase() === "request" ? "request" : "response";
  search.addTemplateMap(value, pointerTo(address, key), {
    direction,
    apiType: "REST",
    ...integration !== void 0 && { integration: readIntegration(integration, search.context) },
    ...direction === "response" && { response: readIntegrationResponse(parent, void 0, search.context) }
  });
}
function isSeen(node, search) {
  if (search.wasSeen(node)) return true;
  const operands = intrinsic(node, "Fn::If");
  return operands?.kind === "list" && operands.items.some((item) => search.wasSeen(item));
}

// packages/templates/src/hosts/serverless/http-event.ts
var TYPES = /* @__PURE__ */ new Map([
  ["lambda", "AWS"],
  ["lambda-proxy", "AWS_PROXY"],
  ["aws", "AWS"],
  ["aws-proxy", "AWS_PROXY"],
  ["http", "HTTP"],
  ["http-proxy", "HTTP_PROXY"],
  ["mock", "MOCK"]
]);
function findInHttpEvent(node, address, search) {
  const { context } = search;
  const text = (...path2) => displayText(valueAt(node, ...path2), context);
  const httpMethod = text("method")?.toUpperCase();
  const path = text("path");
  const base = {
    apiType: "REST",
    ...httpMethod !== void 0 && { httpMethod },
    ...path !== void 0 && { path: path.startsWith("/") ? path : `/${path}` },
    integration: readEventIntegration(node, context),
    method: { requestParameters: readParameters(node), requestModels: {}, responses: [] }
  };
  const request = entryOf(valueAt(node, "request"), "template");
  if (request !== void 0) {
    addTemplates(request, `${address}/request`, { ...base, direction: "request" }, search);
  }
  const fallback = entryOf(valueAt(node, "response"), "template");
  if (fallback !== void 0) {
    const response = { statusCode: "200", selectionPattern: "", responseParameters: {} };
    addTemplates(fallback, `${address}/response`, { ...base, direction: "response", response }, search);
  }
  for (const { key, value } of dataEntries(valueAt(node, "response", "statusCodes"))) {
    const template = entryOf(value, "template");
    if (template === void 0) continue;
    const facts = { ...base, direction: "response", response: readStatus(key, value, context) };
    addTemplates(template, pointerTo(`${address}/response/statusCodes`, key), facts, search);
  }
}
function addTemplates({ key, value }, parent, base, search) {
  const address = pointerTo(parent, key);
  if (value.kind === "map") search.addTemplateMap(value, address, base);
  else search.addTemplate(value, address, { ...base, contentType: "application/json", conditions: [] });
}
function readEventIntegration(node, context) {
  const name = displayText(valueAt(node, "integration"), context)?.toLowerCase().replaceAll("_", "-");
  const type = TYPES.get(name ?? "lambda-proxy");
  const passthroughBehavior = displayText(valueAt(node, "request", "passThrough"), context);
  const contentHandling = displayText(valueAt(node, "request", "contentHandling"), context);
  const uri = displayText(valueAt(node, "request", "uri"), context);
  return {
    ...type !== void 0 && { type },
    proxy: type === "AWS_PROXY" || type === "HTTP_PROXY",
    ...uri !== void 0 && { uri },
    ...(name === "lambda" || type === "AWS_PROXY") && { service: "lambda" },
    ...passthroughBehavior !== void 0 && { passthroughBehavior },
    ...contentHandling !== void 0 && { contentHandling },
    requestParameters: {},
    requestTemplates: dataEntries(valueAt(node, "request", "template")).map((entry) => entry.key),
    responses: dataEntries(valueAt(node, "response", "statusCodes")).map(
      ({ key, value }) => readStatus(key, value, context)
    )
  };
}
function readStatus(statusCode, node, context) {
  const selectionPattern = displayText(valueAt(node, "pattern"), context);
  return {
    statusCode,
    ...selectionPattern !== void 0 && { selectionPattern },
    responseParameters: readTexts(valueAt(node, "headers"), context)
  };
}
var LOCATIONS2 = [
  ["paths", "path"],
  ["querystrings", "querystring"],
  ["headers", "header"]
];
function readParameters(node) {
  return LOCATIONS2.flatMap(
    ([key, location]) => dataEntries(valueAt(node, "request", "parameters", key)).map(({ key: name, value }) => {
      const required = value.kind === "map" ? valueAt(value, "required") : value;
      return { location, name, required: required?.kind === "scalar" && required.value === true };
    })
  );
}

// packages/templates/src/hosts/serverless/service-proxy.ts
var OUTCOMES = /* @__PURE__ */ new Map([
  ["success", { statusCode: "200", selectionPattern: "" }],
  ["clientError", { statusCode: "400", selectionPattern: "4\\d{2}" }],
  ["serverError", { statusCode: "500", selectionPattern: "5\\d{2}" }]
]);
function findInServiceProxies(proxies, address, search) {
  if (proxies.kind !== "list") return;
  proxies.items.forEach((item, index) => {
    for (const { key: service, value } of dataEntries(item)) {
      findInProxy(service, value, pointerTo(pointerTo(address, index), service), search);
    }
  });
}
function findInProxy(service, node, address, search) {
  const { context } = search;
  const action = displayText(valueAt(node, "action"), context);
  const httpMethod = displayText(valueAt(node, "method"), context)?.toUpperCase();
  const path = displayText(valueAt(node, "path"), context);
  const integration = {
    type: "AWS",
    proxy: false,
    service: service.toLowerCase(),
    ...action !== void 0 && { action },
    requestParameters: {},
    requestTemplates: dataEntries(valueAt(node, "request", "template")).map((entry) => entry.key),
    responses: []
  };
  const base = {
    apiType: "REST",
    ...httpMethod !== void 0 && { httpMethod },
    ...path !== void 0 && { path: path.startsWith("/") ? path : `/${path}` },
    integration
  };
  const request = entryOf(valueAt(node, "request"), "template");
  if (request !== void 0) {
    const pointer = pointerTo(`${address}/request`, request.key);
    search.addTemplateMap(request.value, pointer, { ...base, direction: "request" });
  }
  findInProxyResponse(valueAt(node, "response"), `${address}/response`, base, search);
}
function findInProxyResponse(node, address, base, search) {
  if (node?.kind === "list") {
    node.items.forEach((item, index) => {
      const templates = entryOf(item, "responseTemplates");
      if (templates === void 0) return;
      const response = readIntegrationResponse(item, void 0, search.context);
      const pointer = pointerTo(pointerTo(address, index), templates.key);
      search.addTemplateMap(templates.value, pointer, { ...base, direction: "response", response });
    });
    return;
  }
  for (const { key, value } of dataEntries(valueAt(node, "template"))) {
    const outcome = OUTCOMES.get(key);
    const response = { ...outcome, responseParameters: {} };
    const facts = { ...base, direction: "response", response, contentType: "application/json" };
    search.addTemplate(value, pointerTo(`${address}/template`, key), { ...facts, conditions: [] });
  }
}

// packages/templates/src/hosts/serverless/find-in-serverless.ts
function isServerless(root) {
  return entryOf(root, "service") !== void 0 && entryOf(root, "provider") !== void 0;
}
function findInServerless(root, search) {
  const functions = entryOf(root, "functions");
  findInFunctions(functions?.value, pointerTo("", functions?.key ?? ""), search);
  const machines = valueAt(root, "stepFunctions", "stateMachines");
  findInFunctions(machines, "/stepFunctions/stateMachines", search);
  const proxies = valueAt(root, "custom", "apiGatewayServiceProxies");
  if (proxies !== void 0) findInServiceProxies(proxies, "/custom/apiGatewayServiceProxies", search);
  const resources = entryOf(root, "resources");
  for (const { node } of branches(resources?.value)) {
    const address = pointerTo("", resources.key);
    if (node.kind !== "list") findInCloudFormation(node, address, search);
    else node.items.forEach((item, index) => findInCloudFormation(item, pointerTo(address, index), search));
  }
}
function findInFunctions(node, address, search) {
  if (node?.kind === "list") {
    node.items.forEach((item, index) => findInFunctions(item, pointerTo(address, index), search));
    return;
  }
  for (const { key, value } of dataEntries(node)) {
    const events = entryOf(value, "events");
    if (events?.value.kind !== "list") continue;
    const pointer = pointerTo(pointerTo(address, key), events.key);
    events.value.items.forEach((event, index) => {
      const http = entryOf(event, "http");
      if (http !== void 0) findInHttpEvent(http.value, pointerTo(pointerTo(pointer, index), http.key), search);
    });
  }
}

// packages/templates/src/hosts/find-in-document.ts
function readDocument(source, format) {
  return format === "json" ? readJson(source) : readYaml(source);
}
function interpolationsOf(source) {
  return /\$\{(?:(?:self|opt|sls|param|custom|env):|file\()/.test(source) ? ["serverless"] : [];
}
function findInTree(root, search, place) {
  if (isServerless(root)) findInServerless(root, search);
  else if (entryOf(root, "Resources") !== void 0) findInCloudFormation(root, "", search);
  if (isOpenApi(root)) findInOpenApi(root, place, search);
  findByKey(root, search);
}
function findInDocument(search, format, place = { address: "", apiType: "REST" }) {
  const { root, problems } = readDocument(search.context.source, format);
  for (const problem of problems) search.report(problem);
  if (root !== void 0) findInTree(root, search, place);
}

// packages/templates/src/hosts/terraform/method-facts.ts
function methodFacts(block, module, context) {
  const method = module.referred(valueAt(block.body, "http_method"));
  const httpMethod = displayText(module.attribute(block, "http_method"), context);
  const path = pathOf(block, module, context);
  const types = module.attribute(module.referred(valueAt(block.body, "rest_api_id")), "binary_media_types");
  return {
    ...httpMethod !== void 0 && !httpMethod.startsWith("<") && { httpMethod: httpMethod.toUpperCase() },
    ...path !== void 0 && { path },
    ...method?.type === "aws_api_gateway_method" && { method: readMethod2(method, module, context) },
    ...types?.kind === "list" && {
      binaryMediaTypes: types.items.flatMap((item) => displayText(item, context) ?? [])
    }
  };
}
function pathOf(block, module, context) {
  const parts = [];
  let reference = valueAt(block.body, "resource_id");
  for (let steps = 0; steps < 64; steps++) {
    if (reference?.kind === "expression" && reference.source.endsWith(".root_resource_id")) {
      return `/${parts.reverse().join("/")}`;
    }
    const target = module.referred(reference);
    if (target?.type !== "aws_api_gateway_resource") {
      reference = target && valueAt(target.body, "resource_id");
      if (reference === void 0) return void 0;
      continue;
    }
    parts.push(displayText(valueAt(target.body, "path_part"), context) ?? "");
    reference = valueAt(target.body, "parent_id");
  }
  return void 0;
}
function readMethod2(method, module, context) {
  const responses = module.ofType("aws_api_gateway_method_response").filter((block) => module.referred(valueAt(block.body, "http_method")) === method);
  return {
    requestParameters: dataEntries(valueAt(method.body, "request_parameters")).flatMap(readMethodParameter),
    requestModels: {},
    responses: responses.map(({ body }) => ({
      statusCode: displayText(valueAt(body, "status_code"), context) ?? "",
      headers: dataEntries(valueAt(body, "response_parameters")).flatMap(
        ({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? []
      ),
      contentTypes: dataEntries(valueAt(body, "response_models")).map(({ key }) => key)
    }))
  };
}

// packages/templates/src/hosts/terraform/hcl-expression.ts
var JSON_STYLE = {
  itemSeparator: ",",
  keySeparator: ":",
  indent: 0,
  sortKeys: true,
  escaped: /[<>&\u2028\u2029]/g
};
var HclExpressionReader = class {
  constructor(source, resolve) {
    this.source = source;
    this.resolve = resolve;
  }
  source;
  resolve;
  read(node, depth = 0) {
    if (depth > DEEPEST_NESTING) return this.expression(node);
    const children = namedChildren(node);
    const inner = children[0];
    switch (node.type) {
      case "expression":
      case "literal_value":
      case "template_expr":
      case "collection_value":
        return inner !== void 0 && children.length === 1 ? this.read(inner, depth + 1) : this.readTraversal(node);
      case "variable_expr":
        return this.readTraversal(node);
      case "string_lit":
      case "quoted_template":
        return this.readTemplate(node, { kind: "hcl-quoted" }, depth);
      case "heredoc_template":
        return this.readTemplate(node, { kind: "hcl-heredoc" }, depth);
      case "numeric_lit":
        return { kind: "scalar", value: Number(node.text), ...rangeOf3(node) };
      case "bool_lit":
        return { kind: "scalar", value: node.text === "true", ...rangeOf3(node) };
      case "null_lit":
        return { kind: "scalar", value: null, ...rangeOf3(node) };
      case "object":
        return { kind: "map", entries: children.flatMap((child) => this.readElement(child, depth)), ...rangeOf3(node) };
      case "tuple": {
        const items = children.filter((child) => child.type === "expression");
        return { kind: "list", items: items.map((item) => this.read(item, depth + 1)), ...rangeOf3(node) };
      }
      case "conditional":
        return this.readConditional(node, children, depth);
      case "function_call":
        return this.readCall(node, depth);
      default:
        return this.expression(node);
    }
  }
  readTraversal(node) {
    const traversal = node.text.replace(/\s+/g, "");
    const resolved = /^(?:local|var)\.[\w-]+$/.test(traversal) ? this.resolve(traversal) : void 0;
    return resolved ?? this.expression(node);
  }
  readTemplate(node, syntax, depth) {
    const children = namedChildren(node).filter((child) => !/_(?:start|end|identifier)$/.test(child.type));
    const only = children.length === 1 ? children[0] : void 0;
    if (syntax.kind === "hcl-quoted" && only?.type === "template_interpolation") {
      const expression = namedChildren(only).find((child) => child.type === "expression");
      if (expression !== void 0) return this.read(expression, depth + 1);
    }
    const literal = { syntax, interpolations: [], ...rangeOf3(node) };
    const pieces = decodeLiteral(this.source.slice(literal.start, literal.end), literal);
    if (pieces === void 0) return this.expression(node);
    return { kind: "scalar", value: assemble([{ kind: "literal", literal, pieces }]).text, literal, ...rangeOf3(node) };
  }
  readElement(element, depth) {
    const key = element.childForFieldName("key");
    const value = element.childForFieldName("val");
    if (element.type !== "object_elem" || key === null || value === null) return [];
    const text = this.read(key, depth + 1);
    const name = text.kind === "scalar" ? String(text.value) : key.text;
    return [{ key: name, keyRange: rangeOf3(key), value: this.read(value, depth + 1) }];
  }
  readConditional(node, children, depth) {
    const [condition, whenTrue, whenFalse] = children;
    if (condition === void 0 || whenTrue === void 0 || whenFalse === void 0) return this.expression(node);
    const name = condition.text;
    const choices = [
      { condition: name, node: this.read(whenTrue, depth + 1) },
      { condition: `not (${name})`, node: this.read(whenFalse, depth + 1) }
    ];
    return { kind: "choice", branches: choices, ...rangeOf3(node) };
  }
  readCall(node, depth) {
    const [name, list] = namedChildren(node);
    const args = (list === void 0 ? [] : namedChildren(list)).map((argument) => this.read(argument, depth + 1));
    const [first, second] = args;
    if (first === void 0) return this.expression(node);
    switch (name?.text) {
      case "file":
      case "templatefile": {
        const path = filePath(first);
        if (path === void 0) return this.expression(node);
        return { kind: "file", path, interpolated: name.text === "templatefile", ...rangeOf3(node) };
      }
      case "jsonencode":
        return { kind: "json", value: first, style: JSON_STYLE, ...rangeOf3(node) };
      case "merge": {
        const entries = args.flatMap((argument) => argument.kind === "map" ? argument.entries : []);
        return { kind: "map", entries: lastOfEachKey(entries), ...rangeOf3(node) };
      }
      case "tomap":
      case "tostring":
      case "trimspace":
      case "chomp":
        return first;
      case "join":
        return second === void 0 ? this.expression(node) : this.readJoin(node, first, second);
      default:
        return this.expression(node);
    }
  }
  readJoin(node, separator, list) {
    if (separator.kind !== "scalar" || list.kind !== "list") return this.expression(node);
    const parts = [];
    for (const [index, item] of list.items.entries()) {
      if (index > 0) {
        parts.push({ kind: "fixed", text: String(separator.value), start: separator.start, end: separator.end });
      }
      parts.push(...this.partsOf(item));
    }
    return { kind: "text", parts, ...rangeOf3(node) };
  }
  partsOf(node) {
    const literal = node.kind === "scalar" ? node.literal : void 0;
    const pieces = literal && decodeLiteral(this.source.slice(literal.start, literal.end), literal);
    if (literal !== void 0 && pieces !== void 0) return [{ kind: "literal", literal, pieces }];
    const expression = this.source.slice(node.start, node.end);
    const { start, end } = node;
    const construct = "Terraform expression";
    return [{ kind: "expression", hole: { kind: "hole", construct, expression, source: expression, start, end } }];
  }
  expression(node) {
    return { kind: "expression", construct: "Terraform expression", source: node.text, ...rangeOf3(node) };
  }
};
function lastOfEachKey(entries) {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
function filePath(node) {
  if (node.kind !== "scalar" || typeof node.value !== "string") return void 0;
  const path = node.value.replace(/^<path\.(?:module|root|cwd)>\/?/, "");
  return /[<>]/.test(path) ? void 0 : path;
}
function rangeOf3(node) {
  return { start: node.startIndex, end: node.endIndex };
}

// packages/templates/src/hosts/terraform/terraform-module.ts
var TerraformModule = class {
  blocks;
  values = /* @__PURE__ */ new Map();
  resolving = /* @__PURE__ */ new Set();
  reader;
  byAddress;
  constructor(root, source) {
    this.reader = new HclExpressionReader(source, (traversal) => this.resolve(traversal));
    const nodes = namedChildren(root).flatMap((child) => child.type === "body" ? namedChildren(child) : [child]).filter((child) => child.type === "block");
    for (const node of nodes) this.collectValues(node);
    this.blocks = nodes.map((node) => this.readBlock(node));
    this.byAddress = new Map(this.blocks.map((block) => [block.address, block]));
  }
  /** The whole file as one tree, blocks by address. */
  get tree() {
    const entries = this.blocks.map(({ address, body }) => ({ key: address, keyRange: body, value: body }));
    return { kind: "map", entries, start: 0, end: 0 };
  }
  ofType(type) {
    return this.blocks.filter((block) => block.kind === "resource" && block.type === type);
  }
  /** The block that an expression such as `aws_api_gateway_method.get.http_method` refers to. */
  referred(node) {
    const match = node?.kind === "expression" ? /^(\w+\.[\w-]+)\b/.exec(node.source) : null;
    return match === null ? void 0 : this.byAddress.get(match[1]);
  }
  /** The value of an attribute, followed through references to other blocks' attributes. */
  attribute(block, name) {
    let node = valueAt(block?.body, name);
    for (let steps = 0; steps < 16 && node?.kind === "expression"; steps++) {
      const attribute = /^\w+\.[\w-]+\.(\w+)$/.exec(node.source)?.[1];
      const target = attribute === void 0 ? void 0 : valueAt(this.referred(node)?.body, attribute);
      if (target === void 0) return node;
      node = target;
    }
    return node;
  }
  /** Locals, and the defaults of variables. */
  collectValues(block) {
    const [kind, label] = namedChildren(block);
    const body = namedChildren(block).find((child) => child.type === "body");
    if (body === void 0) return;
    for (const attribute of namedChildren(body).filter((child) => child.type === "attribute")) {
      const [name, value] = namedChildren(attribute);
      if (name === void 0 || value === void 0) continue;
      if (kind?.text === "locals") this.values.set(`local.${name.text}`, value);
      if (kind?.text === "variable" && name.text === "default") this.values.set(`var.${labelText(label)}`, value);
    }
  }
  resolve(traversal) {
    const value = this.values.get(traversal);
    if (value === void 0 || this.resolving.has(traversal)) return void 0;
    this.resolving.add(traversal);
    const node = this.reader.read(value);
    this.resolving.delete(traversal);
    return node.kind === "expression" ? void 0 : node;
  }
  readBlock(node) {
    const children = namedChildren(node);
    const kind = children[0]?.text ?? "";
    const labels = children.filter((child) => child.type === "string_lit").map(labelText);
    const body = children.find((child) => child.type === "body");
    const address = kind === "resource" ? labels.join(".") : kind === "locals" ? "local" : [kind, ...labels].join(".");
    const entries = body === void 0 ? [] : this.readBody(body, 0);
    const map = { kind: "map", entries, start: node.startIndex, end: node.endIndex };
    return { kind, type: kind === "resource" ? labels[0] ?? "" : "", address, body: map };
  }
  readBody(body, depth) {
    if (depth > DEEPEST_NESTING) return [];
    return namedChildren(body).flatMap((child) => {
      const [name, value] = namedChildren(child);
      if (name === void 0) return [];
      const keyRange = { start: name.startIndex, end: name.endIndex };
      if (child.type === "attribute" && value !== void 0) {
        return [{ key: name.text, keyRange, value: this.reader.read(value) }];
      }
      const inner = namedChildren(child).find((grandchild) => grandchild.type === "body");
      if (child.type !== "block" || inner === void 0) return [];
      const entries = this.readBody(inner, depth + 1);
      return [
        { key: name.text, keyRange, value: { kind: "map", entries, start: child.startIndex, end: child.endIndex } }
      ];
    });
  }
};
var labelText = (node) => node?.text.replace(/^"|"$/g, "") ?? "";

// packages/templates/src/hosts/terraform/find-in-terraform.ts
async function findInTerraform(search, host) {
  await searchTree(search, "hcl", host, (root) => {
    const module = new TerraformModule(root, search.context.source);
    for (const block of module.blocks) findInBlock(block, module, search);
    findByKey(module.tree, search);
  });
}
function findInBlock(block, module, search) {
  const address = pointerTo("", block.address);
  switch (block.type) {
    case "aws_api_gateway_integration": {
      const base = { apiType: "REST", ...methodFacts(block, module, search.context) };
      findInIntegration(integrationOf(block), address, base, search);
      break;
    }
    case "aws_api_gateway_integration_response":
      findInIntegrationResponse(block, address, module, search);
      break;
    case "aws_apigatewayv2_integration":
      findInIntegration(block.body, address, webSocketBase(block, module, search), search);
      break;
    case "aws_apigatewayv2_integration_response":
      findInWebSocketResponse2(block, address, module, search);
      break;
    case "aws_api_gateway_gateway_response": {
      const responseType = displayText(valueAt(block.body, "response_type"), search.context) ?? "";
      findInGatewayResponse(block.body, address, responseType, "REST", search);
      break;
    }
    case "aws_api_gateway_rest_api":
    case "aws_apigatewayv2_api":
      findInBody(block, address, search);
      break;
  }
}
function integrationOf({ body }) {
  return { ...body, entries: body.entries.filter((entry) => entry.key !== "http_method") };
}
function findInIntegrationResponse(block, address, module, search) {
  const templates = entryOf(block.body, "response_templates");
  if (templates === void 0) return;
  const place = (candidate) => ["resource_id", "http_method"].map((name) => sourceOf(module.attribute(candidate, name), search)).join(" ");
  const owner = module.ofType("aws_api_gateway_integration").find((candidate) => place(candidate) === place(block));
  const statusCode = displayText(module.attribute(block, "status_code"), search.context);
  const facts = {
    direction: "response",
    apiType: "REST",
    ...methodFacts(block, module, search.context),
    ...owner !== void 0 && { integration: readIntegration(integrationOf(owner), search.context) },
    response: {
      ...readIntegrationResponse(block.body, void 0, search.context),
      ...statusCode !== void 0 && { statusCode }
    }
  };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), facts);
}
function sourceOf(node, search) {
  return node === void 0 ? "" : search.context.source.slice(node.start, node.end);
}
function findInWebSocketResponse2(block, address, module, search) {
  const templates = entryOf(block.body, "response_templates");
  if (templates === void 0) return;
  const owner = module.referred(valueAt(block.body, "integration_id"));
  const key = displayText(valueAt(block.body, "integration_response_key"), search.context);
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), {
    ...webSocketBase(owner, module, search),
    direction: "response",
    ...owner !== void 0 && { integration: readIntegration(owner.body, search.context) },
    response: { ...key !== void 0 && { selectionPattern: key === "$default" ? "" : key }, responseParameters: {} }
  });
}
function webSocketBase(integration, module, search) {
  const api = module.referred(valueAt(integration?.body, "api_id"));
  const protocol = displayText(valueAt(api?.body, "protocol_type"), search.context);
  const route = module.ofType("aws_apigatewayv2_route").find((block) => sourceOf(valueAt(block.body, "target"), search).includes(`{${integration?.address}.id}`));
  const routeKey = displayText(valueAt(route?.body, "route_key"), search.context);
  return { apiType: protocol === "HTTP" ? "HTTP" : "WEBSOCKET", ...routeKey !== void 0 && { routeKey } };
}
function findInBody(block, address, search) {
  const entry = entryOf(block.body, "body");
  const apiType = block.type === "aws_apigatewayv2_api" ? "HTTP" : "REST";
  const types = valueAt(block.body, "binary_media_types");
  const binaryMediaTypes = types?.kind === "list" ? types.items.flatMap((item) => displayText(item, search.context) ?? []) : [];
  const place = { address: pointerTo(address, "body"), apiType, binaryMediaTypes };
  for (const { node } of branches(entry?.value)) {
    if (node.kind === "json") findInTree(node.value, search, place);
    else if (node.kind === "map") findInTree(node, search, place);
    else {
      for (const alternative of textAlternatives(node, search.context)) {
        if (alternative.kind === "file") {
          search.references.push({ kind: "definition", reference: alternative.reference, address: place.address });
          continue;
        }
        const embedded = assemble(alternative.parts);
        const none = [];
        const inner = search.inner(embedded, none, false);
        findInDocument(inner, /^\s*\{/.test(embedded.text) ? "json" : "yaml", place);
        search.adopt(inner);
      }
    }
  }
}

// packages/templates/src/hosts/vtl-file/find-in-template-file.ts
function findInTemplateFile(search, facts, interpolations = [], address = "") {
  const { source } = search.context;
  const literal = { syntax: { kind: "plain-text" }, interpolations, start: 0, end: source.length };
  const pieces = decodeLiteral(source, literal) ?? [];
  search.addParts([{ kind: "literal", literal, pieces }], address, facts, literal);
}
function factsFromName(path) {
  const name = path.split("/").at(-1).toLowerCase();
  const direction = /response|output/.test(name) ? "response" : /request|input/.test(name) ? "request" : void 0;
  return { ...direction !== void 0 && { direction }, apiType: "REST", conditions: [] };
}

// packages/templates/src/map/offset-map.ts
function toHostOffset(segments, offset, side) {
  const index = side === "start" ? firstEndingAfter(segments, offset) : firstEndingAfter(segments, offset - 1);
  const segment = segments[index] ?? segments.at(-1);
  if (segment === void 0) return void 0;
  if (offset <= segment.start) return segment.hostStart;
  if (offset >= segment.end) return segment.hostEnd;
  if (segment.kind === "verbatim") return segment.hostStart + offset - segment.start;
  return side === "start" ? segment.hostStart : segment.hostEnd;
}
function toHostRange(segments, range) {
  const start = toHostOffset(segments, range.start, "start");
  const end = range.end > range.start ? toHostOffset(segments, range.end, "end") : start;
  if (start === void 0 || end === void 0) return void 0;
  return { start: Math.min(start, end), end: Math.max(start, end) };
}
function toTemplateOffset(segments, hostOffset) {
  let atEnd;
  for (const segment of segments) {
    if (segment.kind === "fixed") continue;
    if (hostOffset === segment.hostEnd) atEnd = segment.end;
    if (hostOffset < segment.hostStart || hostOffset >= segment.hostEnd) continue;
    return segment.kind === "verbatim" ? segment.start + hostOffset - segment.hostStart : segment.start;
  }
  return atEnd;
}
function firstEndingAfter(segments, offset) {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (segments[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
function composeSegments(inner, outer) {
  const segments = [];
  const holes = [];
  const host = (start, end) => {
    const range = toHostRange(outer.segments, { start, end });
    return { hostStart: range?.start ?? 0, hostEnd: range?.end ?? 0 };
  };
  for (const segment of inner.segments) {
    if (segment.kind !== "verbatim") {
      segments.push({ ...segment, ...host(segment.hostStart, segment.hostEnd), literal: -1 });
      continue;
    }
    const shift = segment.start - segment.hostStart;
    let index = firstEndingAfter(outer.segments, segment.hostStart);
    for (; index < outer.segments.length && outer.segments[index].start < segment.hostEnd; index++) {
      const under = outer.segments[index];
      const start = Math.max(under.start, segment.hostStart);
      const end = Math.min(under.end, segment.hostEnd);
      segments.push({ kind: under.kind, start: start + shift, end: end + shift, ...host(start, end), literal: -1 });
      const hole = under.kind === "hole" ? outer.holes.find((candidate) => candidate.start === under.start) : void 0;
      if (hole !== void 0) holes.push({ ...hole, start: start + shift, end: end + shift });
    }
  }
  for (const hole of inner.holes) holes.push({ ...hole, ...host(hole.hostStart, hole.hostEnd) });
  holes.sort((a, b) => a.start - b.start);
  return { segments, holes };
}

// packages/templates/src/template-search.ts
var MOST_TEMPLATES = 2e4;
var TemplateSearch = class _TemplateSearch {
  /** `outer` are the texts around `context.source` when that is itself embedded in the file. */
  constructor(file, context, outer = []) {
    this.file = file;
    this.context = context;
    this.outer = outer;
  }
  file;
  context;
  outer;
  templates = [];
  diagnostics = [];
  references = [];
  seen = /* @__PURE__ */ new Set();
  /** A search of a text embedded in this one's; what it finds is passed on with `adopt`. */
  inner(embedded, interpolations, intrinsics) {
    const context = { source: embedded.text, interpolations, intrinsics };
    return new _TemplateSearch(this.file, context, [embedded, ...this.outer]);
  }
  adopt(inner) {
    this.templates.push(...inner.templates);
    this.diagnostics.push(...inner.diagnostics);
    this.references.push(...inner.references);
  }
  /** Whether a finder with better knowledge has dealt with the node. */
  wasSeen(node) {
    return this.seen.has(node);
  }
  /** Adds each template of a map from content type to text. */
  addTemplateMap(node, address, base) {
    for (const { node: map, conditions } of branches(node)) {
      if (map.kind !== "map" || isIntrinsic(map)) continue;
      this.seen.add(map);
      this.addEntries(map, address, base, conditions);
    }
  }
  addEntries(map, address, base, conditions) {
    for (const { key, value } of map.entries) {
      this.addTemplate(value, pointerTo(address, key), { ...base, contentType: key, conditions });
    }
  }
  /** Adds the template that `node` is, one for each text it may stand for. */
  addTemplate(node, address, facts) {
    for (const alternative of textAlternatives(node, this.context)) {
      const conditions = [...facts.conditions, ...alternative.conditions];
      const ownFacts = { ...facts, conditions };
      if (alternative.kind === "file") {
        this.references.push({ kind: "template", reference: alternative.reference, address, facts: ownFacts });
      } else this.addParts(alternative.parts, address, ownFacts, node);
    }
  }
  /** Adds a template from its parts; `range` is where an empty one stands. */
  addParts(parts, address, facts, range) {
    if (this.templates.length >= MOST_TEMPLATES) return;
    const embedded = assemble(parts);
    const { segments, holes } = this.outer.reduce(
      (inner, outer) => composeSegments({ ...embedded, ...inner }, outer),
      embedded
    );
    const literals = segments.filter((segment) => segment.kind !== "fixed");
    const start = literals.reduce((least, segment) => Math.min(least, segment.hostStart), Number.POSITIVE_INFINITY);
    const end = literals.reduce((most, segment) => Math.max(most, segment.hostEnd), 0);
    this.templates.push({
      file: this.file,
      range: literals.length === 0 ? { start: range.start, end: range.end } : { start, end },
      text: embedded.text,
      address,
      facts,
      holes,
      segments,
      layers: [embedded, ...this.outer]
    });
  }
  report(problem) {
    this.diagnostics.push({ ...problem, file: this.file });
  }
};

// packages/templates/src/find-templates.ts
var MOST_REFERENCE_STEPS = 8;
async function findTemplates(file, host = {}) {
  const search = await searchFile(file, host);
  const templates = [...search.templates];
  const diagnostics = [...search.diagnostics];
  const pending = search.references.map((reference) => ({ ...reference, from: file.path, steps: 0 }));
  for (let next = pending.shift(); next !== void 0; next = pending.shift()) {
    const { from, steps } = next;
    const { start, end } = next.reference;
    if (steps > MOST_REFERENCE_STEPS) {
      const message = `${next.reference.path} is reached through more than ${MOST_REFERENCE_STEPS} files`;
      diagnostics.push({ code: "reference-too-deep", message, file: from, start, end });
      continue;
    }
    const path = resolvePath(from, next.reference.path);
    const text = await host.readFile?.(path);
    if (text === void 0) {
      if (host.readFile !== void 0) {
        diagnostics.push({ code: "file-not-found", message: `${path} does not exist`, file: from, start, end });
      }
      continue;
    }
    const referred = searchReference(next, { path, text });
    templates.push(...referred.templates.map((template) => ({ ...template, referredFrom: from })));
    diagnostics.push(...referred.diagnostics);
    pending.push(...referred.references.map((reference) => ({ ...reference, from: path, steps: steps + 1 })));
  }
  return { templates, diagnostics };
}
async function searchFile(file, host) {
  const { path, text } = file;
  const format = file.format ?? formatOf(path, text);
  const search = newSearch(path, text, interpolationsFor(path, text, format));
  if (format === void 0 || !mayHoldTemplates(text, format)) return search;
  switch (format) {
    case "template":
      findInTemplateFile(search, factsFromName(path), search.context.interpolations);
      break;
    case "yaml":
    case "json":
      findInDocument(search, format);
      break;
    case "terraform":
      await findInTerraform(search, host);
      break;
    default:
      await findInCdk(search, format, host);
  }
  return search;
}
function interpolationsFor(path, text, format) {
  if (/\.tftpl$/i.test(path)) return ["terraform"];
  return format === "yaml" || format === "json" ? interpolationsOf(text) : [];
}
function newSearch(path, source, interpolations) {
  return new TemplateSearch(path, { source, interpolations, intrinsics: true });
}
function searchReference(pending, file) {
  const interpolations = pending.reference.interpolated ? ["terraform"] : [];
  const search = newSearch(file.path, file.text, interpolations);
  if (pending.kind === "template") findInTemplateFile(search, pending.facts, interpolations, pending.address);
  else {
    const format = /^\s*\{/.test(file.text) ? "json" : "yaml";
    findInDocument(search, format, { address: "", apiType: "REST" });
  }
  return search;
}
export {
  HOST_EXTENSIONS,
  editTemplate,
  findTemplates,
  formatOf,
  mayHoldTemplates,
  toHostOffset,
  toHostRange,
  toTemplateOffset
};
