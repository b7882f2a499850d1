#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-11-30, Node 20.
#
# Guess: `#if($count)` asks whether there is a value, as in Velocity, where only false and null are false. Seen: it asks JavaScript.
# Zero and an empty text are false, an empty list is true; `||` and `!` go by the same.
#
# Why it matters: `#if($ctx.args.discount)` of a resolver sets the attribute if the argument was given. In tests and emulators on
# these engines (Amplify, serverless-offline) a discount of 0 or an empty note is left out; the services' engine is Java's
# Velocity, which sends them, and a test that expects the value to be left out holds the template to what it will not do.
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
  '#set($x = 0)#if($x)true#{else}false#end'
  '#set($x = "")#if($x)true#{else}false#end'
  '#set($x = [])#if($x)true#{else}false#end'
  '#set($x = 0)#if(!$x || false)true#{else}false#end'
)
cat >expected <<'OUT'
Velocity: #set($x = 0)#if($x)true#{else}false#end is true
Velocity: #set($x = "")#if($x)true#{else}false#end is true
Velocity: #set($x = [])#if($x)true#{else}false#end is true
Velocity: #set($x = 0)#if(!$x || false)true#{else}false#end is false
velocityjs: #set($x = 0)#if($x)true#{else}false#end is false
velocityjs: #set($x = "")#if($x)true#{else}false#end is false
velocityjs: #set($x = [])#if($x)true#{else}false#end is true
velocityjs: #set($x = 0)#if(!$x || false)true#{else}false#end is true
amplify-velocity-template: #set($x = 0)#if($x)true#{else}false#end is false
amplify-velocity-template: #set($x = "")#if($x)true#{else}false#end is false
amplify-velocity-template: #set($x = [])#if($x)true#{else}false#end is true
amplify-velocity-template: #set($x = 0)#if(!$x || false)true#{else}false#end is true
OUT
{
  java -cp "$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3)" Render.java "${templates[@]}"
  node run.cjs "${templates[@]}"
} | tee seen
diff expected seen
