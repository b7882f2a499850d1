#!/usr/bin/env bash
# Velocity 1.7 (Debian's `velocity` 1.7-6, on a JDK), 2026-11-30.
#
# Guess: a block of `#define` that ends its loop with `#break($foreach)` can be used again like any other. Seen: the second time
# is the last. Against recursion a block counts how deep it is in itself (`directive.define.max.depth`, two). What leaves it by
# `#break($foreach)` is not counted off, and from then on the block's name is printed in its place. A plain `#break` ends only
# the block, and the loop goes on.
#
# Why it matters: in API Gateway, which runs this engine, `#define` is the only way to say something once and print it in
# several loops, since `#macro` is swallowed. A block that stops at the last item it wants is right for two loops and gone in
# the third, which sees it only with such data.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Blocks.java <<'JAVA'
import java.io.StringWriter;
import java.util.List;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Blocks {
  public static void main(String[] breaks) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String end : breaks) {
      String block = "#define($item)<$n>#if($n == 2)" + end + "#end#end";
      String loops = "#foreach($n in [1..3])$item#end ".repeat(4);
      StringWriter out = new StringWriter();
      engine.evaluate(new VelocityContext(), out, "template", block + loops);
      System.out.println(end + " prints " + out.toString().trim());
    }
  }
}
JAVA
cat >expected <<'OUT'
#break($foreach) prints <1><2> <1><2> $item$item$item $item$item$item
#break prints <1><2><3> <1><2><3> <1><2><3> <1><2><3>
OUT
java -cp /usr/share/java/velocity.jar:/usr/share/java/commons-lang.jar:/usr/share/java/commons-collections3.jar Blocks.java \
  '#break($foreach)' '#break' | tee seen
diff expected seen
