#!/usr/bin/env bash
# amplify-velocity-template 1.4.17 beside velocityjs 2.1.7, of which it is a fork, 2026-11-29, Node 20.
#
# Guess: `$foreach.hasNext` prints true or false in both, as in Velocity.
# Seen: the fork prints the source of a JavaScript function where the flag itself is printed. `#if($foreach.hasNext)` and a
# variable that is set to the flag work.
#
# Why it matters: a template that prints the flag ("more": $foreach.hasNext) gives broken JSON in the Amplify simulators
# alone, and the text that it prints reads like an error of the template.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund velocityjs@2.1.7 amplify-velocity-template@1.4.17
cat >run.cjs <<'JS'
const render = ({ Compile, parse }, template) => new Compile(parse(template)).render({});
for (const name of ["velocityjs", "amplify-velocity-template"]) {
  const engine = require(name);
  console.log(name, "prints", render(engine, "#foreach($i in [1, 2])[$foreach.hasNext]#end"));
  console.log(name, "sets", render(engine, "#foreach($i in [1, 2])#set($more = $foreach.hasNext)[$more]#end"));
  console.log(name, "tests", render(engine, "#foreach($i in [1, 2])$i#if($foreach.hasNext),#end#end"));
}
JS
cat >expected <<'OUT'
velocityjs prints [true][false]
velocityjs sets [true][false]
velocityjs tests 1,2
amplify-velocity-template prints [() => i + 1 < len][() => i + 1 < len]
amplify-velocity-template sets [true][false]
amplify-velocity-template tests 1,2
OUT
node run.cjs | tee seen
diff expected seen
