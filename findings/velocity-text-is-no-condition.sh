#!/usr/bin/env bash
# Velocity 1.7 (Debian's `velocity` 1.7-6, on a JDK), 2026-11-30.
#
# Guess: a text as a condition is true, since "only false and null are false", or true unless it is empty. Seen: a text, a
# number, a list, a map and a sum are false, all of them, full or empty; the same value in a variable is true. Nodes that are no
# reference, boolean or comparison inherit `evaluate`, which answers false.
#
# Why it matters: API Gateway runs this engine, in which a missing value counts as true in `#if($x)`. Who finds that out turns
# to the idiom of other languages, `#if("$!x")`, and gets a branch that no request ever takes, without an error.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Truth.java <<'JAVA'
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Truth {
  public static void main(String[] conditions) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String condition : conditions) {
      VelocityContext context = new VelocityContext();
      context.put("name", "Ada");
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", "#if(" + condition + ")true#{else}false#end");
      System.out.println(condition + " is " + out);
    }
  }
}
JAVA
cat >expected <<'OUT'
$name is true
"$!name" is false
'Ada' is false
1 is false
[1] is false
{"a": 1} is false
1 + 1 is false
!"$!name" is true
"$!name" || false is false
"$!name" != "" is true
OUT
java -cp /usr/share/java/velocity.jar:/usr/share/java/commons-lang.jar:/usr/share/java/commons-collections3.jar Truth.java \
  '$name' '"$!name"' "'Ada'" 1 '[1]' '{"a": 1}' '1 + 1' '!"$!name"' '"$!name" || false' '"$!name" != ""' | tee seen
diff expected seen
