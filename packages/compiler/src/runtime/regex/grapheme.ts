import { optional } from "../optional.js";
import { characterClass } from "./character-class.js";
import { PICTOGRAPHS } from "./pictographs.data.js";

/**
 * What a code point is for the rules of grapheme clusters (Unicode Standard Annex 29), as JDK 17 tells it: by its
 * general category, not by the property `Grapheme_Cluster_Break`.
 */
type Kind =
  | "other"
  | "carriageReturn"
  | "lineFeed"
  | "control"
  | "extend"
  | "joiner"
  | "regionalIndicator"
  | "prepend"
  | "spacingMark"
  | "leading"
  | "vowel"
  | "trailing"
  | "syllable"
  | "closedSyllable"
  | "pictograph";

const isPictograph = characterClass(PICTOGRAPHS.replace(/\w+/g, "\\u{$&}").replaceAll(" ", ""));
const isControlCharacter = characterClass(String.raw`\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Cf}`);
const isExtend = characterClass(String.raw`\p{Mn}\p{Me}\u200c\uff9e\uff9f\p{Emoji_Modifier}\u{e0020}-\u{e007f}`);
const isSpacingMark = characterClass(String.raw`\p{Mc}\u0e33\u0eb3`);
/** Spacing marks that are none for a cluster, and one code point that is unassigned and no control. */
const isOther = characterClass(
  String.raw`\u0378\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d`,
);
const isPrepend = characterClass(
  String.raw`\u0600-\u0605\u06dd\u070f\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}`,
);
const isRegionalIndicator = characterClass(String.raw`\u{1f1e6}-\u{1f1ff}`);
const isLeading = characterClass(String.raw`\u1100-\u115f\ua960-\ua97c`);
const isVowel = characterClass(String.raw`\u1160-\u11a7\ud7b0-\ud7c6`);
const isTrailing = characterClass(String.raw`\u11a8-\u11ff\ud7cb-\ud7fb`);

const [FIRST_SYLLABLE, LAST_SYLLABLE, CLOSINGS] = [0xac00, 0xd7a3, 28];

/** In this order: what fits several is the first. */
const KINDS: readonly (readonly [(codePoint: number) => boolean, Kind])[] = [
  [isRegionalIndicator, "regionalIndicator"],
  [isExtend, "extend"],
  [isPictograph, "pictograph"],
  [isPrepend, "prepend"],
  [isOther, "other"],
  [isControlCharacter, "control"],
  [isSpacingMark, "spacingMark"],
  [isLeading, "leading"],
  [isVowel, "vowel"],
  [isTrailing, "trailing"],
];

function kindOf(codePoint: number): Kind {
  if (codePoint === 0x0d) return "carriageReturn";
  if (codePoint === 0x0a) return "lineFeed";
  if (codePoint < 0x7f) return codePoint < 0x20 ? "control" : "other";
  if (codePoint === 0x200d) return "joiner";
  if (codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE) {
    return (codePoint - FIRST_SYLLABLE) % CLOSINGS === 0 ? "syllable" : "closedSyllable";
  }
  return KINDS.find(([isMember]) => isMember(codePoint))?.[1] ?? "other";
}

/** What of Hangul goes on with what. */
const HANGUL: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  leading: ["leading", "vowel", "syllable", "closedSyllable"],
  syllable: ["vowel", "trailing"],
  vowel: ["vowel", "trailing"],
  closedSyllable: ["trailing"],
  trailing: ["trailing"],
};

const isControl = (kind: Kind): boolean => kind === "control" || kind === "carriageReturn" || kind === "lineFeed";

/** Whether the rules that look at two characters alone keep them together. */
function belongTogether(before: Kind, after: Kind): boolean {
  if (before === "carriageReturn" && after === "lineFeed") return true;
  if (isControl(before) || isControl(after)) return false;
  if (after === "extend" || after === "joiner" || after === "spacingMark" || before === "prepend") return true;
  return HANGUL[before]?.includes(after) ?? false;
}

/** Where the grapheme cluster ends that begins at `from`, which is before the end of the input. */
export const graphemeEnd = optional("grapheme clusters", (input: string, from: number): number => {
  const first = input.codePointAt(from)!;
  let end = from + (first > 0xffff ? 2 : 1);
  let before = kindOf(first);
  // For Java a joiner joins pictographs wherever the cluster begins with one, whatever stands between.
  const beginsWithPictograph = before === "pictograph";
  let indicators = before === "regionalIndicator" ? 1 : 0;
  while (end < input.length) {
    const codePoint = input.codePointAt(end)!;
    const after = kindOf(codePoint);
    const isJoined = before === "joiner" && after === "pictograph" && beginsWithPictograph;
    const isFlag = after === "regionalIndicator" && before === "regionalIndicator" && indicators % 2 === 1;
    if (!isJoined && !isFlag && !belongTogether(before, after)) break;
    end += codePoint > 0xffff ? 2 : 1;
    if (after === "regionalIndicator") indicators++;
    before = after;
  }
  return end;
});
