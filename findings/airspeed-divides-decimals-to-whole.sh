#!/usr/bin/env bash
# airspeed 0.5.20, Velocity in Python (Debian's `python3-airspeed` 0.5.20-1), beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-12-01.
#
# Guess: whole numbers are divided to whole ones, and with a decimal among them the result has its fraction, as in Velocity.
# Seen: the fraction is cut off there too, so that 2.5 / 2 is 1.0; the result is a decimal all the same, and multiplication and
# subtraction keep theirs. What is cut is cut downwards: -7 / 2 is -4 where Velocity has -3, and the remainder of -7 by 3 is 2
# where Velocity has -1.
#
# Why it matters: the emulators of API Gateway in Python render with this package or a fork of it. An amount in cents over 100.0
# is the usual way to print a price; here 1250 cents are 12.0, which is valid JSON and a wrong number. No issue of the
# package's that a search found says so.
set -euo pipefail
[ "$(dpkg-query -Wf '${Version}' python3-airspeed 2>/dev/null)" = 0.5.20-1 ] ||
  apt-get install -qy --no-install-recommends python3-airspeed=0.5.20-1 >/dev/null
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >Divide.java <<'JAVA'
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Divide {
  public static void main(String[] sums) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String sum : sums) {
      StringWriter out = new StringWriter();
      engine.evaluate(new VelocityContext(), out, "template", "#set($result = " + sum + ")$result");
      System.out.println("Velocity: " + sum + " is " + out);
    }
  }
}
JAVA
cat >run.py <<'PY'
import sys
from airspeed import Template
for sum in sys.argv[1:]:
    print("airspeed: %s is %s" % (sum, Template("#set($result = " + sum + ")$result").merge({})))
PY
cat >expected <<'OUT'
Velocity: 7 / 2 is 3
Velocity: 1250 / 100.0 is 12.5
Velocity: 2.5 / 2 is 1.25
Velocity: 2.5 * 3 is 7.5
Velocity: -7 / 2 is -3
Velocity: -7 % 3 is -1
airspeed: 7 / 2 is 3
airspeed: 1250 / 100.0 is 12.0
airspeed: 2.5 / 2 is 1.0
airspeed: 2.5 * 3 is 7.5
airspeed: -7 / 2 is -4
airspeed: -7 % 3 is 2
OUT
sums=('7 / 2' '1250 / 100.0' '2.5 / 2' '2.5 * 3' '-7 / 2' '-7 % 3')
{
  java -cp /usr/share/java/velocity.jar:/usr/share/java/commons-lang.jar:/usr/share/java/commons-collections3.jar Divide.java "${sums[@]}"
  /usr/bin/python3 run.py "${sums[@]}"
} | tee seen
diff expected seen
