#!/usr/bin/env bash
# Jayway JsonPath 2.0.0 (Debian's `libjsonpath-java` 2.0.0-5, on a JDK) beside jsonpath 1.3.0 and jsonpath-plus 10.3.0, which
# serverless-offline 14 has, 2026-11-30, Node 20.
#
# Jayway's readme lists `[start:end]` as the slice of an array, and negative ends count from its end: `[:-1]` is all but the last, and
# `[-2:]` the last two. Guess: `[1:-1]` is all but the first and the last, as in the libraries for JavaScript. Seen: it is
# always empty. An end from the back counts only where no start is given; with a start it is taken for an index, which is
# smaller than the start.
#
# Why it matters: `$input.json('$.lines[1:-1]')` takes off a header and a footer, of CSV for instance. API Gateway, which has this
# library, sends [] for it, without an error, and an emulator in JavaScript shows the lines.
set -euo pipefail
for file in json-path json-smart accessors-smart asm slf4j-api slf4j-nop; do
  [ -e "/usr/share/java/$file.jar" ] && continue
  apt-get install -qy --no-install-recommends default-jdk-headless libjsonpath-java libslf4j-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsonpath@1.3.0 jsonpath-plus@10.3.0
cat >Slices.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;

public class Slices {
  public static void main(String[] paths) {
    for (String path : paths) System.out.println("Jayway " + path + " is " + JsonPath.read("[1, 2, 3, 4, 5]", path));
  }
}
JAVA
cat >run.cjs <<'JS'
const json = [1, 2, 3, 4, 5];
for (const path of process.argv.slice(2)) {
  console.log("jsonpath", path, "is", JSON.stringify(require("jsonpath").query(json, path)));
  console.log("jsonpath-plus", path, "is", JSON.stringify(require("jsonpath-plus").JSONPath({ json, path })));
}
JS
cat >expected <<'OUT'
Jayway $[:-1] is [1,2,3,4]
Jayway $[-2:] is [4,5]
Jayway $[1:4] is [2,3,4]
Jayway $[1:-1] is []
Jayway $[0:-1] is []
jsonpath $[1:-1] is [2,3,4]
jsonpath-plus $[1:-1] is [2,3,4]
jsonpath $[0:-1] is [1,2,3,4]
jsonpath-plus $[0:-1] is [1,2,3,4]
OUT
jars=$(printf '/usr/share/java/%s.jar:' json-path json-smart accessors-smart asm slf4j-api slf4j-nop)
{
  java -cp "$jars" Slices.java '$[:-1]' '$[-2:]' '$[1:4]' '$[1:-1]' '$[0:-1]'
  node run.cjs '$[1:-1]' '$[0:-1]'
} | tee seen
diff expected seen
