#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-11-30, Node 20.
#
# Guess: `replaceAll` of a text takes a regular expression, as in Velocity, whose texts are Java's, and `replace` replaces all of
# what it is given. Seen: both are JavaScript's. `replaceAll` looks for the pattern letter by letter, finds nothing and gives the
# text back; `replace` replaces the first.
#
# Why it matters: `$phone.replaceAll("[^0-9]", "")` and `replaceAll("\s+", " ")` are how templates clean a value. In unit tests on these
# engines the value is never cleaned, and a template that is changed until the test passes (`replaceAll(".", "")` for a dot)
# empties the text in API Gateway.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund velocityjs@2.1.7 amplify-velocity-template@1.4.17
cat >run.cjs <<'JS'
for (const template of process.argv.slice(2)) {
  console.log(template);
  for (const name of ["velocityjs", "amplify-velocity-template"]) {
    const { Compile, parse } = require(name);
    console.log(`  ${name}: ${new Compile(parse(template)).render({ text: "1.234.567 / 8" })}`);
  }
}
JS
cat >Render.java <<'JAVA'
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static void main(String[] templates) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String template : templates) {
      VelocityContext context = new VelocityContext();
      context.put("text", "1.234.567 / 8");
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", template);
      System.out.println("Velocity: " + template + " is [" + out + "]");
    }
  }
}
JAVA
cat >expected <<'OUT'
$text.replaceAll("[^0-9]", "")
  velocityjs: 1.234.567 / 8
  amplify-velocity-template: 1.234.567 / 8
$text.replaceAll(".", "")
  velocityjs: 1234567 / 8
  amplify-velocity-template: 1234567 / 8
$text.replace(".", "")
  velocityjs: 1234.567 / 8
  amplify-velocity-template: 1234.567 / 8
Velocity: $text.replaceAll("[^0-9]", "") is [12345678]
Velocity: $text.replaceAll(".", "") is []
Velocity: $text.replace(".", "") is [1234567 / 8]
OUT
templates=('$text.replaceAll("[^0-9]", "")' '$text.replaceAll(".", "")' '$text.replace(".", "")')
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
{
  node run.cjs "${templates[@]}"
  java -cp "$jars" Render.java "${templates[@]}"
} | tee seen
diff expected seen
