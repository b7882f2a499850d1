#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-12-01, Node 20.
#
# Guess: `<` and `>` are for numbers, as in Velocity, where they are false as soon as one side is a text; and `==` of unlike types
# compares what they print. Seen: both are JavaScript's. "500" is greater than 100, and dates as texts have an order. But true is not
# "true", and whether "5" is 5 depends on the engine: yes in velocityjs, no in its fork.
#
# Why it matters: whatever `$input.params` gives is a text, as is what authorizers and stage variables give. `#if($limit > 100)` holds
# a limit in every test on these engines (Amplify, serverless-offline) and never in API Gateway, where "500" is let through,
# and `#if($limit <= 100)` refuses "5" there. A flag that is compared with `true` is the other way round.
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
  '#set($limit = "500")#if($limit > 100)refused#{else}taken#end'
  '#set($limit = "5")#if($limit <= 100)taken#{else}refused#end'
  '#set($day = "2026-02-01")#if($day < "2026-03-01")before#{else}not before#end'
  '#set($express = true)#if($express == "true")yes#{else}no#end'
  '#set($express = "true")#if($express == true)yes#{else}no#end'
  '#set($count = "5")#if($count == 5)yes#{else}no#end'
)
cat >expected <<'OUT'
Velocity: #set($limit = "500")#if($limit > 100)refused#{else}taken#end is taken
Velocity: #set($limit = "5")#if($limit <= 100)taken#{else}refused#end is refused
Velocity: #set($day = "2026-02-01")#if($day < "2026-03-01")before#{else}not before#end is not before
Velocity: #set($express = true)#if($express == "true")yes#{else}no#end is yes
Velocity: #set($express = "true")#if($express == true)yes#{else}no#end is yes
Velocity: #set($count = "5")#if($count == 5)yes#{else}no#end is yes
velocityjs: #set($limit = "500")#if($limit > 100)refused#{else}taken#end is refused
velocityjs: #set($limit = "5")#if($limit <= 100)taken#{else}refused#end is taken
velocityjs: #set($day = "2026-02-01")#if($day < "2026-03-01")before#{else}not before#end is before
velocityjs: #set($express = true)#if($express == "true")yes#{else}no#end is no
velocityjs: #set($express = "true")#if($express == true)yes#{else}no#end is no
velocityjs: #set($count = "5")#if($count == 5)yes#{else}no#end is yes
amplify-velocity-template: #set($limit = "500")#if($limit > 100)refused#{else}taken#end is refused
amplify-velocity-template: #set($limit = "5")#if($limit <= 100)taken#{else}refused#end is taken
amplify-velocity-template: #set($day = "2026-02-01")#if($day < "2026-03-01")before#{else}not before#end is before
amplify-velocity-template: #set($express = true)#if($express == "true")yes#{else}no#end is no
amplify-velocity-template: #set($express = "true")#if($express == true)yes#{else}no#end is no
amplify-velocity-template: #set($count = "5")#if($count == 5)yes#{else}no#end is no
OUT
{
  java -cp "$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3)" Render.java "${templates[@]}"
  node run.cjs "${templates[@]}"
} | tee seen
diff expected seen
