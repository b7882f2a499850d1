#!/usr/bin/env bash
# velocityjs 2.1.7, 2026-11-30, Node 20.
#
# Its readme lists `#break` as "loop control". Guess: it ends the loop where it stands, as in Velocity. Seen: the rest of the
# round is printed first, what follows `#break` in its own block too. (amplify-velocity-template, a fork, has mended this for
# itself.)
#
# Why it matters: `#break` stands before what is not to be printed any more: the comma before the next item, or the item
# itself once there are enough. Emulators on this engine (serverless-offline) print one item or comma too many; the service
# does not, and who mends the template until the emulator is right breaks it for the service.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund velocityjs@2.1.7
cat >run.cjs <<'JS'
const { Compile, parse } = require("velocityjs");
for (const template of [
  "#foreach($i in [1, 2, 3])#break$i#end",
  "#foreach($i in [1, 2, 3])#if($i == 3)#break#end$i#end",
  "#foreach($i in [1, 2, 3])$i#if($i == 2)#break#end,#end",
]) {
  console.log(template, "prints", new Compile(parse(template)).render({}));
}
JS
cat >expected <<'OUT'
#foreach($i in [1, 2, 3])#break$i#end prints 1
#foreach($i in [1, 2, 3])#if($i == 3)#break#end$i#end prints 123
#foreach($i in [1, 2, 3])$i#if($i == 2)#break#end,#end prints 1,2,
OUT
node run.cjs | tee seen
diff expected seen
