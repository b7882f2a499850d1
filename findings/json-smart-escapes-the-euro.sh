#!/usr/bin/env bash
# json-smart 2.2 (Debian's `libjson-smart-java` 2.2-2+deb12u1, on a JDK), 2026-11-30, with the style that Jayway JsonPath asks for.
#
# Guess: texts are written with what is not ASCII as it is, or all of it escaped. Seen: escaped are U+007F to U+009F and the
# block from U+2000 to U+20FF, for the sake of two line separators in it. So é, 日 and ™ stay, and €, the dashes, the
# ellipsis, the bullet and typographic quotes become \u20AC and so on, in the names of members too.
#
# Why it matters: `$input.json` of a mapping template prints what this writes. As JSON it is the same text; where the output is no
# JSON, or the text is measured, signed or compared (a message of SQS or SNS, a CSV, a DynamoDB value within a string), "it’s 5 €"
# has arrived as "it\u2019s 5 \u20AC", from a template that was tested with accents and umlauts.
set -euo pipefail
for file in /usr/share/java/json-smart.jar /usr/share/java/accessors-smart.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless libjson-smart-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Texts.java <<'JAVA'
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;

public class Texts {
  public static void main(String[] none) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // é ü 日 ™ → and € ’ “ ” – … •
    for (String text : new String[] {"\u00e9 \u00fc \u65e5 \u2122 \u2192", "\u20ac \u2019 \u201c \u201d \u2013 \u2026 \u2022"}) {
      out.println(text + " is written " + JSONValue.toJSONString(JSONValue.parse("{\"" + text + "\":1}"), JSONStyle.LT_COMPRESS));
    }
  }
}
JAVA
cat >expected <<'OUT'
é ü 日 ™ → is written {"é ü 日 ™ →":1}
€ ’ “ ” – … • is written {"\u20AC \u2019 \u201C \u201D \u2013 \u2026 \u2022":1}
OUT
jars=/usr/share/java
java -cp $jars/json-smart.jar:$jars/accessors-smart.jar:$jars/asm.jar Texts.java | tee seen
diff expected seen
