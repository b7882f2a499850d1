#!/usr/bin/env bash
# json-smart 2.2 (Debian's `libjson-smart-java` 2.2-2+deb12u1, on a JDK), 2026-11-30.
#
# Guess: a fraction is a double, or is kept digit by digit, but one of the two. Seen: its length decides, the sign and the dot
# counted. Up to 18 characters it is a Double, which loses digits and is written in Java's notation; with one character more,
# a zero at the end will do, it is a BigDecimal and written as it came. A number beyond the doubles is null if it is short.
#
# Why it matters: this parser reads the bodies that mapping templates get, by way of Jayway JsonPath. `$input.json('$.total')`
# sends 12345678.5 on as 1.23456785E7, which is JSON, but not what DynamoDB's clients, signatures of a text or a CSV expect,
# and 12345678.1234567890 as it is: tests with longer or smaller numbers see nothing.
set -euo pipefail
for file in /usr/share/java/json-smart.jar /usr/share/java/accessors-smart.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless libjson-smart-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Numbers.java <<'JAVA'
import net.minidev.json.JSONArray;
import net.minidev.json.JSONValue;

public class Numbers {
  public static void main(String[] numbers) {
    for (String number : numbers) {
      Object read = ((JSONArray) JSONValue.parse("[" + number + "]")).get(0);
      System.out.println(number + " is a " + read.getClass().getSimpleName() + " written " + JSONValue.toJSONString(read));
    }
  }
}
JAVA
cat >expected <<'OUT'
1234567.5 is a Double written 1234567.5
12345678.5 is a Double written 1.23456785E7
12345678.123456789 is a Double written 1.234567812345679E7
12345678.1234567890 is a BigDecimal written 12345678.1234567890
0.000123 is a Double written 1.23E-4
0.00012300000000000 is a BigDecimal written 0.00012300000000000
1E400 is a Double written null
1.00000000000000E400 is a BigDecimal written 1.00000000000000E+400
OUT
jars=/usr/share/java
java -cp $jars/json-smart.jar:$jars/accessors-smart.jar:$jars/asm.jar Numbers.java \
  1234567.5 12345678.5 12345678.123456789 12345678.1234567890 0.000123 0.00012300000000000 1E400 1.00000000000000E400 | tee seen
diff expected seen
