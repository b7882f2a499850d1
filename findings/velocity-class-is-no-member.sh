#!/usr/bin/env bash
# Velocity 1.7 (Debian's `velocity` 1.7-6, on a JDK), 2026-11-30.
#
# Guess: `$seat.class` reads the key `class` of a map, as `$seat.size` reads `size` although maps have a `size()`. Seen: it is
# `getClass()`. Getters come before keys, and `getClass` is the one getter that every map has; an assignment to the same name
# goes to the key, so that `#set($seat.class = …)` changes what `$seat.class` does not show.
#
# Why it matters: in API Gateway the JSON of a request is such maps. `class` is a common member (of seats, vehicles, shares,
# storage), the one name that a dot does not reach, and what is sent instead is well-formed text.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Member.java <<'JAVA'
import java.io.StringWriter;
import java.util.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Member {
  public static void main(String[] templates) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String template : templates) {
      VelocityContext context = new VelocityContext();
      context.put("seat", new LinkedHashMap<>(Map.of("class", "first")));
      context.put("shirt", new LinkedHashMap<>(Map.of("size", "XL")));
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", template);
      System.out.println(template + " prints " + out);
    }
  }
}
JAVA
cat >expected <<'OUT'
$seat.class prints class java.util.LinkedHashMap
$seat['class'] $seat.get("class") prints first first
$shirt.size prints XL
#set($seat.class = "second")$seat.class $seat prints class java.util.LinkedHashMap {class=second}
OUT
java -cp /usr/share/java/velocity.jar:/usr/share/java/commons-lang.jar:/usr/share/java/commons-collections3.jar Member.java \
  '$seat.class' "\$seat['class'] \$seat.get(\"class\")" '$shirt.size' '#set($seat.class = "second")$seat.class $seat' | tee seen
diff expected seen
