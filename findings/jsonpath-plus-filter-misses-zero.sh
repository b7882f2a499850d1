#!/usr/bin/env bash
# jsonpath-plus 11.3.0, and 10.3.0, which serverless-offline 14 has, and jsonpath 1.3.0, beside jsonpath-rfc9535 1.3.0 and Jayway
# JsonPath 2.0.0 (Debian's `libjsonpath-java` 2.0.0-5, on a JDK), 2026-11-30, Node 20.
#
# Guess: the filter `[?(@.discount)]` asks whether the member is there, as Jayway's readme and RFC 9535 have it. Seen: it asks
# JavaScript whether the value is true. An item whose discount is 0, an empty text or false is left out like one that has none;
# `[?(!@.discount)]` takes them for items without.
#
# Why it matters: API Gateway has Jayway, where such items are found. `$input.json("$.lines[?(@.discount)]")` sends another list than
# the emulator does, and the difference comes with the data: a sample whose values are all above zero shows none.
set -euo pipefail
for file in json-path json-smart accessors-smart asm slf4j-api slf4j-nop; do
  [ -e "/usr/share/java/$file.jar" ] && continue
  apt-get install -qy --no-install-recommends default-jdk-headless libjsonpath-java libslf4j-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsonpath@1.3.0 jsonpath-plus@11.3.0 jsonpath-plus-10@npm:jsonpath-plus@10.3.0 \
  jsonpath-rfc9535@1.3.0
echo '[{"id": 1, "discount": 5}, {"id": 2, "discount": 0}, {"id": 3, "discount": ""}, {"id": 4, "discount": false}, {"id": 5}]' >lines.json
cat >Filter.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import java.nio.file.*;

public class Filter {
  public static void main(String[] paths) throws Exception {
    String lines = Files.readString(Path.of("lines.json"));
    for (String path : paths) System.out.println(path + " in Jayway: " + JsonPath.read(lines, path));
  }
}
JAVA
cat >run.mjs <<'JS'
import { readFileSync } from "node:fs";
import jsonpath from "jsonpath";
import { JSONPath } from "jsonpath-plus";
import { JSONPath as JSONPath10 } from "jsonpath-plus-10";
import * as rfc from "jsonpath-rfc9535";

const json = JSON.parse(readFileSync("lines.json", "utf8"));
for (const path of process.argv.slice(2)) {
  console.log(path, "in jsonpath-plus 11:", JSON.stringify(JSONPath({ json, path })));
  console.log(path, "in jsonpath-plus 10:", JSON.stringify(JSONPath10({ json, path })));
  console.log(path, "in jsonpath:", JSON.stringify(jsonpath.query(json, path)));
  console.log(path, "in jsonpath-rfc9535:", JSON.stringify(rfc.query(json, path)));
}
JS
cat >expected <<'OUT'
$[?(@.discount)].id in Jayway: [1,2,3,4]
$[?(!@.discount)].id in Jayway: [5]
$[?(@.discount)].id in jsonpath-plus 11: [1]
$[?(@.discount)].id in jsonpath-plus 10: [1]
$[?(@.discount)].id in jsonpath: [1]
$[?(@.discount)].id in jsonpath-rfc9535: [1,2,3,4]
$[?(!@.discount)].id in jsonpath-plus 11: [2,3,4,5]
$[?(!@.discount)].id in jsonpath-plus 10: [2,3,4,5]
$[?(!@.discount)].id in jsonpath: [2,3,4,5]
$[?(!@.discount)].id in jsonpath-rfc9535: [5]
OUT
jars=$(printf '/usr/share/java/%s.jar:' json-path json-smart accessors-smart asm slf4j-api slf4j-nop)
{
  java -cp "$jars" Filter.java '$[?(@.discount)].id' '$[?(!@.discount)].id'
  node run.mjs '$[?(@.discount)].id' '$[?(!@.discount)].id'
} | tee seen
diff expected seen
