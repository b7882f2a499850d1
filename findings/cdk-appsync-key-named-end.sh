#!/usr/bin/env bash
# aws-cdk-lib 2.276.0; its templates rendered by Velocity 1.7 (Debian's `velocity`, on a JDK), 2026-11-30, Node 20.
#
# `MappingTemplate.dynamoDbQuery(KeyCondition.eq("id", "id").and(KeyCondition.ge("end", "from")))` of aws-appsync writes a template, with
# a placeholder for each key since DynamoDB reserves many words. Guess: any name that a key can have will do. Seen: the placeholder is
# `#` and the name, which Velocity reads first. `end`, `else` and `if` make a template that cannot be parsed; `stop` ends the
# rendering there, without an error, in the middle of the JSON. (`set` and `endTime` are text.) A hyphen is copied too, which
# DynamoDB's placeholders may not have.
#
# Why it matters: `start` and `end` are usual names for the sort keys of a table and an index, and bus lines have a `stop`. The stack
# deploys, since no one parses the template before the first request. The same goes for `#end` in any expression within a
# mapping template that is written by hand.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1
cat >templates.cjs <<'JS'
const { KeyCondition, MappingTemplate } = require("aws-cdk-lib/aws-appsync");
for (const name of process.argv.slice(2)) {
  const condition = KeyCondition.eq("id", "id").and(KeyCondition.ge(name, "from"));
  require("node:fs").writeFileSync(`${name}.vtl`, MappingTemplate.dynamoDbQuery(condition).renderTemplate());
}
JS
cat >Render.java <<'JAVA'
import java.io.StringWriter;
import java.nio.file.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.ParseErrorException;

public class Render {
  public static void main(String[] names) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String name : names) {
      StringWriter out = new StringWriter();
      try {
        engine.evaluate(new VelocityContext(), out, "template", Files.readString(Path.of(name + ".vtl")));
        String text = out.toString().strip();
        System.out.println(name + ": ends in " + text.substring(text.length() - 15).replaceAll("\\s+", " "));
      } catch (ParseErrorException error) {
        System.out.println(name + ": " + error.getMessage().split("\\R")[0]);
      }
    }
  }
}
JAVA
cat >expected <<'OUT'
start: ends in  }}
end: Encountered "#end" at template[line 2, column 45]
else: Encountered "#else" at template[line 2, column 45]
if: Encountered ">=" at template[line 2, column 49]
stop: ends in  "#id = :id AND
set: ends in  }}
endTime: ends in  }}
OUT
node templates.cjs start end else if stop set endTime
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
java -cp "$jars" Render.java start end else if stop set endTime | tee seen
diff expected seen
