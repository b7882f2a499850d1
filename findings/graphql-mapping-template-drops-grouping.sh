#!/usr/bin/env bash
# graphql-mapping-template 5.0.2 (Amplify's tree of Velocity) with amplify-velocity-template 1.4.17, 2026-11-30, Node 20.
#
# The package builds mapping templates as a tree, `and([a, or([b, c])])`, and prints it. Guess: what is printed means what the
# tree says. Seen: an `or` within an `and` is printed without parentheses, and `&&` binds first, so that the template asks for
# (a and b) or c. `not` of a comparison negates its left side alone, which then equals no text. A quote in `str` and a line
# break in `comment` are printed as they are.
#
# Why it matters: transformers for AppSync are written with it so that nobody has to think of Velocity's text. The template parses
# and runs, and differs from the tree for some requests only: those where c holds and a does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts graphql-mapping-template@5.0.2 amplify-velocity-template@1.4.17
cat >run.cjs <<'JS'
const { and, comment, compoundExpression, equals, iff, not, or, print, raw, ref, str } = require("graphql-mapping-template");
const { Compile, parse } = require("amplify-velocity-template");
const eager = ref("eager");
const late = ref("late");
const wanted = ref("wanted");
for (const [name, condition] of Object.entries({
  "wanted and (eager or late)": and([wanted, or([eager, late])]),
  'not (kind == "late")': not(equals(ref("kind"), str("late"))),
})) {
  const template = print(iff(condition, raw("yes"), true));
  const answer = new Compile(parse(template)).render({ wanted: false, eager: false, late: true, kind: "early" }).trim();
  console.log(`${name} is printed ${template} and gives [${answer}]`);
}
console.log("a text with quotes is printed", print(str('say "yes"')));
console.log("a comment of two lines is printed", JSON.stringify(print(compoundExpression([comment("one\ntwo"), raw("x")]))));
JS
cat >expected <<'OUT'
wanted and (eager or late) is printed #if( $wanted && $eager || $late ) yes #end and gives [yes]
not (kind == "late") is printed #if( !$kind == "late" ) yes #end and gives []
a text with quotes is printed "say "yes""
a comment of two lines is printed "## one\ntwo **\nx"
OUT
node run.cjs | tee seen
diff expected seen
