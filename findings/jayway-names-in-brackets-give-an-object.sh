#!/usr/bin/env bash
# Jayway JsonPath 2.0.0 (Debian's `libjsonpath-java` 2.0.0-5, on a JDK) beside jsonpath 1.3.0 and jsonpath-plus 10.3.0, which
# serverless-offline 14 has, 2026-11-30, Node 20.
#
# Guess: `$['id','total']` gives a list of the two values, as `$[0,1]` gives a list of two items. Seen: it gives an object with the
# two members, and leaves out one that is missing; behind `[*]` it gives a list of such objects. jsonpath gives a list of
# values, of all items one after the other, jsonpath-plus knows no quotes around each name and gives none.
#
# Why it matters: in API Gateway, which has this library, `$input.json("$.items[*]['id','total']")` sends of each item only these
# members, without a loop and its commas. In an emulator the same template sends a flat list, or nothing, and a loop over
# `$input.path("$['id','total']")` that works there goes over the members of a map in the service.
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
echo '{"items": [{"id": "a", "total": 1, "secret": 7}, {"id": "b", "secret": 8}]}' >body.json
cat >Names.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.nio.file.*;

public class Names {
  public static void main(String[] paths) throws Exception {
    String body = Files.readString(Path.of("body.json"));
    for (String path : paths) {
      System.out.println("Jayway " + path + " is " + new JsonSmartJsonProvider().toJson(JsonPath.read(body, path)));
    }
  }
}
JAVA
cat >run.cjs <<'JS'
const json = require("./body.json");
for (const path of process.argv.slice(2)) {
  console.log("jsonpath", path, "is", JSON.stringify(require("jsonpath").query(json, path)));
  console.log("jsonpath-plus", path, "is", JSON.stringify(require("jsonpath-plus").JSONPath({ json, path })));
}
JS
cat >expected <<'OUT'
Jayway $.items[0]['id','total'] is {"id":"a","total":1}
Jayway $.items[*]['id','total'] is [{"id":"a","total":1},{"id":"b"}]
Jayway $.items[0,1].id is ["a","b"]
jsonpath $.items[0]['id','total'] is ["a",1]
jsonpath-plus $.items[0]['id','total'] is []
jsonpath $.items[*]['id','total'] is ["a",1,"b"]
jsonpath-plus $.items[*]['id','total'] is []
OUT
jars=$(printf '/usr/share/java/%s.jar:' json-path json-smart accessors-smart asm slf4j-api slf4j-nop)
{
  java -cp "$jars" Names.java "\$.items[0]['id','total']" "\$.items[*]['id','total']" '$.items[0,1].id'
  node run.cjs "\$.items[0]['id','total']" "\$.items[*]['id','total']"
} | tee seen
diff expected seen
