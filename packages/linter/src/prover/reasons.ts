/** Why an output can be broken, for which there is one thing to do. */
export const REASONS = {
  nothing: "nothing is printed",
  unescaped: "unescaped text between JSON quotes",
  apostrophe: "$util.escapeJavaScript writes ' as \\', which JSON refuses",
  ownQuotes: "JSON with quotes of its own between JSON quotes",
  outside: "text outside of JSON quotes",
  outsideOrMissing: "text outside of JSON quotes, which may also be missing",
  noMockStatus: "the MOCK integration finds no integer statusCode in it and answers 500",
} as const;

const QUOTE_IT = "Print `$input.json(…)`, or put it between quotes and escape it.";

const ADVICE: Readonly<Record<(typeof REASONS)[keyof typeof REASONS], string>> = {
  [REASONS.nothing]: "Print a document on every way through the template, `{}` where there is nothing to say.",
  [REASONS.unescaped]: 'Escape it where it is put in: `$util.escapeJavaScript($x).replaceAll("\\\\\'","\'")`.',
  [REASONS.apostrophe]: 'Add `.replaceAll("\\\\\'","\'")`.',
  [REASONS.ownQuotes]:
    'Take the quotes around it away if it is JSON; if it is a text, escape it: `$util.escapeJavaScript($x).replaceAll("\\\\\'","\'")`.',
  [REASONS.outside]: QUOTE_IT,
  [REASONS.outsideOrMissing]: QUOTE_IT,
  [REASONS.noMockStatus]: 'Print `{"statusCode": 200}`, or another status.',
};

const advice = new Map<string, string>(Object.entries(ADVICE));

/** What to do about a reason where no rule says it for the same place; `undefined` for what has no answer in general. */
export function adviceFor(reason: string): string | undefined {
  return advice.get(reason);
}
