#!/usr/bin/env bash
# Jayway JsonPath 2.0.0 (Debian's `libjsonpath-java` 2.0.0-5, on a JDK) beside jsonpath 1.3.0 and jsonpath-plus 10.3.0, which
# serverless-offline 14 has, 2026-12-01, Node 20.
#
# Guess: a filter behind a map of maps takes those of its members that match, as behind a list and as `[*]` takes all of them. Seen:
# behind a map it asks of the map itself, so that `$.orders[?(@.open)]` of two orders by their numbers is empty, and of one
# that has a member `open` of its own it is a list of that one whole map. In the libraries for JavaScript it is the members.
#
# Why it matters: `$input.json('$.orders[?(@.open == true)].id')` over orders by number is [] in the service, whose library this is, with
# no error, and the right list in an emulator in JavaScript. `$.orders.*[?(@.open)]` is not the way either: it asks one level down,
# of each order. Known where JSONPath was made a standard (issue 47 of its draft), which chose the other way; the library keeps its own.
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
cat >Filters.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;

public class Filters {
  public static void main(String[] arguments) {
    for (int at = 1; at < arguments.length; at++) {
      System.out.println("Jayway " + arguments[at] + " is " + JsonPath.read(arguments[0], arguments[at]));
    }
  }
}
JAVA
cat >run.cjs <<'JS'
const json = JSON.parse(process.argv[2]);
for (const path of process.argv.slice(3)) {
  console.log("jsonpath", path, "is", JSON.stringify(require("jsonpath").query(json, path)));
  console.log("jsonpath-plus", path, "is", JSON.stringify(require("jsonpath-plus").JSONPath({ json, path })));
}
JS
body='{"list": [{"id": 1, "open": true}, {"id": 2}], "map": {"a": {"id": 1, "open": true}, "b": {"id": 2}}}'
cat >expected <<'OUT'
Jayway $.list[?(@.open)].id is [1]
Jayway $.map[*].id is [1,2]
Jayway $.map[?(@.open)].id is []
Jayway $.map.a[?(@.open)].id is [1]
jsonpath $.list[?(@.open)].id is [1]
jsonpath-plus $.list[?(@.open)].id is [1]
jsonpath $.map[*].id is [1,2]
jsonpath-plus $.map[*].id is [1,2]
jsonpath $.map[?(@.open)].id is [1]
jsonpath-plus $.map[?(@.open)].id is [1]
jsonpath $.map.a[?(@.open)].id is []
jsonpath-plus $.map.a[?(@.open)].id is []
OUT
jars=$(printf '/usr/share/java/%s.jar:' json-path json-smart accessors-smart asm slf4j-api slf4j-nop)
paths=('$.list[?(@.open)].id' '$.map[*].id' '$.map[?(@.open)].id' '$.map.a[?(@.open)].id')
{
  java -cp "$jars" Filters.java "$body" "${paths[@]}"
  node run.cjs "$body" "${paths[@]}"
} | tee seen
diff expected seen
