#!/usr/bin/env bash
# serverless-offline 14.8.2, 2026-11-30, Node 20; Java's own `String.matches` beside it (any JDK with jshell).
#
# serverless-offline adds Java's methods to texts while a template runs. Guess: `matches` is Java's, which asks whether the
# whole text matches. Seen: it looks for a match anywhere, in any line of the text, and so says yes to what Java refuses.
#
# Why it matters: `#if($id.matches("[0-9]{4}"))` is how templates check their input. Locally it accepts 12345 and "x 1234 y";
# the service takes the other branch. Patterns with ^ and $, added because of that, still accept a text with a line that fits.
set -euo pipefail
command -v jshell >/dev/null || apt-get install -qy --no-install-recommends default-jdk-headless >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-offline@14.8.2
cat >run.mjs <<'JS'
import { pathToFileURL } from "node:url";
const path = "node_modules/serverless-offline/src/events/http/lambda-events/renderVelocityTemplateObject.js";
const { default: render } = await import(pathToFileURL(path));
const cases = [["1234", "[0-9]{4}"], ["12345", "[0-9]{4}"], ["x\n1234", "^[0-9]{4}$"]];
for (const [id, pattern] of cases) {
  const { answer } = render({ answer: `#if($id.matches("${pattern}"))yes#{else}no#end` }, { id });
  console.log("serverless-offline", JSON.stringify(id), pattern, answer);
}
JS
cat >run.jsh <<'JAVA'
System.out.println("Java " + "1234".matches("[0-9]{4}") + " " + "12345".matches("[0-9]{4}") + " " + "x\n1234".matches("^[0-9]{4}$"));
/exit
JAVA
cat >expected <<'OUT'
serverless-offline "1234" [0-9]{4} yes
serverless-offline "12345" [0-9]{4} yes
serverless-offline "x\n1234" ^[0-9]{4}$ yes
Java true false false
OUT
{ node run.mjs && jshell -s run.jsh; } | tee seen
diff expected seen
