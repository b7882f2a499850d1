#!/usr/bin/env bash
# json-smart 2.2 (Debian's `libjson-smart-java` 2.2-2+deb12u1, on a JDK), 2026-11-30.
#
# Guess: permissive is how the parser takes quotes, commas and bare words; a body with something behind its JSON is refused, or is a text
# as a whole, as `12 monkeys` is. Seen: in this mode, which Jayway JsonPath uses, it stops where the object, list or quoted text
# is closed, and does not look at what follows. Behind a number, true or a word, the rest does belong to the text.
#
# Why it matters: this parser reads the bodies that mapping templates get. Of JSON Lines, a bulk request of Elasticsearch or
# two events that a client has put into one body, `$input.json('$')` sends the first on, with status 200; the others are lost. A list
# that a client closes too early is cut there. Emulators in JavaScript answer 400, or hand the body on as text.
set -euo pipefail
for file in /usr/share/java/json-smart.jar /usr/share/java/accessors-smart.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless libjson-smart-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Bodies.java <<'JAVA'
import net.minidev.json.JSONValue;
import net.minidev.json.parser.JSONParser;

public class Bodies {
  static String read(int mode, String body) {
    try {
      return JSONValue.toJSONString(new JSONParser(mode).parse(body));
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    }
  }
  public static void main(String[] bodies) {
    for (String body : bodies) {
      System.out.println(body.replace("\n", "\\n") + " | permissive: " + read(JSONParser.MODE_PERMISSIVE, body)
          + " | rfc4627: " + read(JSONParser.MODE_RFC4627, body));
    }
  }
}
JAVA
cat >expected <<'OUT'
{"id": 1}\n{"id": 2} | permissive: {"id":1} | rfc4627: ParseException
[1, 2], 3] | permissive: [1,2] | rfc4627: ParseException
"a" or "b" | permissive: "a" | rfc4627: ParseException
{"id": 1} and more | permissive: {"id":1} | rfc4627: ParseException
12 monkeys | permissive: "12 monkeys" | rfc4627: ParseException
true or false | permissive: "true or false" | rfc4627: ParseException
OUT
jars=/usr/share/java
java -cp $jars/json-smart.jar:$jars/accessors-smart.jar:$jars/asm.jar Bodies.java \
  $'{"id": 1}\n{"id": 2}' '[1, 2], 3]' '"a" or "b"' '{"id": 1} and more' '12 monkeys' 'true or false' | tee seen
diff expected seen
