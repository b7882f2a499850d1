#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-12-01, Node 20.
#
# Guess: a division of two whole numbers is whole, as in Velocity, whose numbers are Java's; the readme promises "complete
# compatibility with Java Velocity syntax". Seen: it is JavaScript's. 7 / 2 is 3.5. (The remainder, `%`, is the same in both.)
#
# Why it matters: Velocity has no function that rounds, so templates count pages by ($n + 9) / 10 and tell even from odd by $n / 2 * 2.
# In tests and emulators on these engines (Amplify, serverless-offline) the first prints 3.4 pages and the second always says even;
# and 1999 cents are 19.99 there, where the services print 19: the cents are lost only after the deployment.
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
for (const name of ["velocityjs", "amplify-velocity-template"]) {
  const { Compile, parse } = require(name);
  for (const template of process.argv.slice(2)) console.log(`${name}: ${template} is ${new Compile(parse(template)).render({})}`);
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
      StringWriter out = new StringWriter();
      engine.evaluate(new VelocityContext(), out, "template", template);
      System.out.println("Velocity: " + template + " is " + out);
    }
  }
}
JAVA
templates=(
  '#set($items = 7)#set($pages = $items / 2)$pages'
  '#set($cents = 1999)#set($euros = $cents / 100)$euros'
  '#set($n = 25)#set($pages = ($n + 9) / 10){"pages": $pages}'
  '#set($n = 7)#if($n / 2 * 2 == $n)even#{else}odd#end'
  '#set($n = 7)#set($odd = $n % 2)$odd'
)
cat >expected <<'OUT'
Velocity: #set($items = 7)#set($pages = $items / 2)$pages is 3
Velocity: #set($cents = 1999)#set($euros = $cents / 100)$euros is 19
Velocity: #set($n = 25)#set($pages = ($n + 9) / 10){"pages": $pages} is {"pages": 3}
Velocity: #set($n = 7)#if($n / 2 * 2 == $n)even#{else}odd#end is odd
Velocity: #set($n = 7)#set($odd = $n % 2)$odd is 1
velocityjs: #set($items = 7)#set($pages = $items / 2)$pages is 3.5
velocityjs: #set($cents = 1999)#set($euros = $cents / 100)$euros is 19.99
velocityjs: #set($n = 25)#set($pages = ($n + 9) / 10){"pages": $pages} is {"pages": 3.4}
velocityjs: #set($n = 7)#if($n / 2 * 2 == $n)even#{else}odd#end is even
velocityjs: #set($n = 7)#set($odd = $n % 2)$odd is 1
amplify-velocity-template: #set($items = 7)#set($pages = $items / 2)$pages is 3.5
amplify-velocity-template: #set($cents = 1999)#set($euros = $cents / 100)$euros is 19.99
amplify-velocity-template: #set($n = 25)#set($pages = ($n + 9) / 10){"pages": $pages} is {"pages": 3.4}
amplify-velocity-template: #set($n = 7)#if($n / 2 * 2 == $n)even#{else}odd#end is even
amplify-velocity-template: #set($n = 7)#set($odd = $n % 2)$odd is 1
OUT
{
  java -cp "$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3)" Render.java "${templates[@]}"
  node run.cjs "${templates[@]}"
} | tee seen
diff expected seen
