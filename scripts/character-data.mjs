#!/usr/bin/env node
/**
 * Writes the tables of `packages/compiler/src/runtime/character` anew, from what the `java` on the path knows of
 * characters (JDK 17, as the reference engine): names, directions and numeric values.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("java/Characters.java", import.meta.url));
const folder = new URL("../packages/compiler/src/runtime/character/", import.meta.url);

/** What may stand in a template literal, a JavaScript string and JSON as it is, and at the end of a line. */
const DIGITS = Array.from({ length: 0x7f - 0x21 }, (_, i) => String.fromCharCode(0x21 + i)).filter(
  (digit) => !"\"'`\\$".includes(digit),
);
const LINE = 118;

/** @typedef {{point: number, name: string, direction: number, value: number}} Character */

/** @returns {Character[]} */
function readCharacters() {
  const text = execFileSync("java", [program], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([point, name, direction, value]) => {
      return { point: Number.parseInt(point, 16), name, direction: Number(direction), value: Number(value) };
    });
}

/** Runs of elements that `continues` joins. */
function runsOf(list, continues) {
  const runs = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (last !== undefined && continues(last.at(-1), one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

const hex = (number) => number.toString(16).toUpperCase();

/** Names as `names.ts` reads them, before they are packed. */
function textOfNames(characters) {
  const patterns = characters.map(({ point, name }) => {
    return { point, words: name.replace(new RegExp(`(?<=[ -])${hex(point)}$`), "#").split(" ") };
  });
  const same = (one, next) =>
    next.point === one.point + 1 && next.words.at(-1).endsWith("#") && next.words.join() === one.words.join();
  let before = [];
  let end = 0;
  const entries = runsOf(patterns, same).map((run) => {
    const [{ point, words }] = run;
    const differs = words.findIndex((word, i) => word !== before[i]);
    const shared = differs === -1 ? words.length : differs;
    const repeated = run.length === 1 ? "" : `*${hex(run.length)}`;
    const gap = point === end ? "" : `+${hex(point - end)}`;
    before = words;
    end = point + run.length;
    return `${gap}${String.fromCharCode(0x61 + shared)}${words.slice(shared).join(" ")}${repeated}`;
  });
  return entries.join("");
}

/**
 * Packs a text by giving the commonest pair of neighbours a symbol of its own, again and again (Larsson and Moffat's
 * Re-Pair), several at a time. A symbol is written as two digits: the characters of the text have the first, then come
 * the pairs in their order.
 */
function pack(text) {
  const characters = [...new Set(text)].sort();
  let symbols = Array.from(text, (character) => characters.indexOf(character));
  const pairs = [];
  const room = DIGITS.length ** 2 - characters.length;
  for (;;) {
    const counts = countPairs(symbols);
    const commonest = [...counts].sort((a, b) => b[1] - a[1]);
    const enough = Math.max(4, commonest[0][1] * 0.8);
    const chosen = new Map();
    const taken = new Set();
    for (const [key, count] of commonest) {
      if (count < enough || chosen.size === 60 || pairs.length === room) break;
      const pair = [Math.floor(key / 0x10000), key % 0x10000];
      if (pair.some((symbol) => taken.has(symbol))) continue;
      for (const symbol of pair) taken.add(symbol);
      chosen.set(key, characters.length + pairs.length);
      pairs.push(pair);
    }
    if (chosen.size === 0) break;
    symbols = replacePairs(symbols, chosen);
  }
  const digitsOf = (symbol) => DIGITS[Math.floor(symbol / DIGITS.length)] + DIGITS[symbol % DIGITS.length];
  return {
    characters: characters.join(""),
    pairs: pairs.flat().map(digitsOf).join(""),
    symbols: symbols.map(digitsOf).join(""),
  };
}

function countPairs(symbols) {
  const counts = new Map();
  let before;
  for (let i = 0; i + 1 < symbols.length; i++) {
    const key = symbols[i] * 0x10000 + symbols[i + 1];
    // Of three that are the same only two make a pair.
    const overlaps = key === before;
    before = overlaps ? undefined : key;
    if (!overlaps) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function replacePairs(symbols, chosen) {
  const replaced = [];
  for (let i = 0; i < symbols.length; i++) {
    const symbol = chosen.get(symbols[i] * 0x10000 + symbols[i + 1]);
    replaced.push(symbol ?? symbols[i]);
    if (symbol !== undefined) i++;
  }
  return replaced;
}

/** Directions as `directions.ts` reads them. */
function textOfDirections(characters) {
  let end = 0;
  const runs = runsOf(characters, (one, next) => next.point === one.point + 1 && next.direction === one.direction);
  return runs
    .map((run) => {
      const [{ point, direction }] = run;
      const gap = point === end ? "" : `+${hex(point - end)}`;
      end = point + run.length;
      return `${gap}${String.fromCharCode(0x61 + direction)}${run.length === 1 ? "" : hex(run.length)}`;
    })
    .join("");
}

/** Values as `numeric-values.ts` reads them: without those of digits and letters, which are computed. */
function textOfValues(characters) {
  const own = characters.filter(({ point, value }) => {
    const character = String.fromCodePoint(point);
    return value !== -1 && !/[\p{Nd}A-Za-zＡ-Ｚａ-ｚ]/u.test(character);
  });
  let before = { point: 0, value: 0 };
  const steps = own.map((one) => {
    const step = `${one.point - before.point}${one.value < before.value ? "" : "+"}${one.value - before.value}`;
    before = one;
    return step;
  });
  return runsOf(steps, (one, next) => one === next)
    .map(([step, ...more]) => (more.length === 0 ? step : `${step}*${more.length + 1}`))
    .join(" ");
}

const inLines = (text) => text.match(new RegExp(`.{1,${LINE}}`, "g")).join("\n");

function write(file, lines) {
  writeFileSync(
    new URL(file, folder),
    `/* Made by scripts/character-data.mjs; see Unicode's licence in scripts/licences. */\n${lines.join("\n")}\n`,
  );
}

const characters = readCharacters();
const { characters: alphabet, pairs, symbols } = pack(textOfNames(characters));
write("names.data.ts", [
  "",
  "/** The names of characters, packed; a function, whose text engines do not read before it is called. */",
  "export const packedNames = () => ({",
  `  digits: ${JSON.stringify(DIGITS.join(""))},`,
  `  characters: ${JSON.stringify(alphabet)},`,
  `  pairs: \`\n${inLines(pairs)}\`,`,
  `  symbols: \`\n${inLines(symbols)}\`,`,
  "});",
]);
write("directions.data.ts", [
  "",
  "/** `+gap`, direction and how many, for all characters in their order; numbers have hexadecimal digits. */",
  "export const DIRECTIONS = `",
  `${inLines(textOfDirections(characters))}\`;`,
]);
write("numeric-values.data.ts", [
  "",
  "/** How far the next character is, how much larger its value, and how often that is so again. */",
  "export const NUMERIC_VALUES = `",
  `${textOfValues(characters)
    .replace(/(.{1,118})(?: |$)/g, "$1\n")
    .trimEnd()}\`;`,
]);
