#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-12-01, Node 20.
#
# These engines give lists and maps the methods of Java's that templates use, `size()`, `get()`, `keySet()`, `put()`. Guess: the others
# that everybody uses are there too, or a call of one that is not is an error. Seen: `length()` of a text, `containsKey()` and
# `values()` of a map and `isEmpty()` of a list do not exist, and a method that does not exist is no error: in a condition it is
# undefined, and so the answer is no.
#
# Why it matters: they stand in conditions. In tests and emulators on these engines every text is empty, no key is given and no list
# empty; the other branch is never seen before it runs in the service. Only where such a value is printed does the source of the
# call show.
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
  '#set($note = "ring")#if($note.length() > 0)some#{else}none#end'
  '#set($note = "ring"){"length": $note.length()}'
  '#set($order = {"id": 7})#if($order.containsKey("id"))given#{else}not given#end'
  '#set($order = {"id": 7})#foreach($value in $order.values())$value#end'
  '#set($lines = [])#if($lines.isEmpty())empty#{else}not empty#end'
  '#set($lines = [])#if($lines.size() == 0)empty#{else}not empty#end'
)
cat >expected <<'OUT'
Velocity: #set($note = "ring")#if($note.length() > 0)some#{else}none#end is some
Velocity: #set($note = "ring"){"length": $note.length()} is {"length": 4}
Velocity: #set($order = {"id": 7})#if($order.containsKey("id"))given#{else}not given#end is given
Velocity: #set($order = {"id": 7})#foreach($value in $order.values())$value#end is 7
Velocity: #set($lines = [])#if($lines.isEmpty())empty#{else}not empty#end is empty
Velocity: #set($lines = [])#if($lines.size() == 0)empty#{else}not empty#end is empty
velocityjs: #set($note = "ring")#if($note.length() > 0)some#{else}none#end is none
velocityjs: #set($note = "ring"){"length": $note.length()} is {"length": $note.length()}
velocityjs: #set($order = {"id": 7})#if($order.containsKey("id"))given#{else}not given#end is not given
velocityjs: #set($order = {"id": 7})#foreach($value in $order.values())$value#end is 
velocityjs: #set($lines = [])#if($lines.isEmpty())empty#{else}not empty#end is not empty
velocityjs: #set($lines = [])#if($lines.size() == 0)empty#{else}not empty#end is empty
amplify-velocity-template: #set($note = "ring")#if($note.length() > 0)some#{else}none#end is none
amplify-velocity-template: #set($note = "ring"){"length": $note.length()} is {"length": $note.length()}
amplify-velocity-template: #set($order = {"id": 7})#if($order.containsKey("id"))given#{else}not given#end is not given
amplify-velocity-template: #set($order = {"id": 7})#foreach($value in $order.values())$value#end is 
amplify-velocity-template: #set($lines = [])#if($lines.isEmpty())empty#{else}not empty#end is not empty
amplify-velocity-template: #set($lines = [])#if($lines.size() == 0)empty#{else}not empty#end is empty
OUT
{
  java -cp "$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3)" Render.java "${templates[@]}"
  node run.cjs "${templates[@]}"
} | tee seen
diff expected seen
