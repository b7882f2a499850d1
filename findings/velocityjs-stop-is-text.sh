#!/usr/bin/env bash
# velocityjs 2.1.7 and amplify-velocity-template 1.4.17, a fork of it, beside Velocity 1.7 (Debian's `velocity`, on a JDK),
# 2026-12-01, Node 20.
#
# The readme of velocityjs lists `#stop` among its directives, as "template execution control". Guess: the output ends there, as in
# Velocity. Seen: in both it is text. The word is printed, and what follows it too.
#
# Why it matters: `#stop` is the one way to leave a template early: the answer for a bad request is printed, and what would follow
# is not. In API Gateway it works. In tests and emulators on these engines the two answers are printed one after the other with
# the word between them, so that a template that is right seems to be broken.
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
  '{"error": "no id"}#stop{"id": 7}'
  '#set($id = "")#if($id == ""){"error": "no id"}#stop#end{"id": "$id"}'
)
cat >expected <<'OUT'
Velocity: {"error": "no id"}#stop{"id": 7} is {"error": "no id"}
Velocity: #set($id = "")#if($id == ""){"error": "no id"}#stop#end{"id": "$id"} is {"error": "no id"}
velocityjs: {"error": "no id"}#stop{"id": 7} is {"error": "no id"}#stop{"id": 7}
velocityjs: #set($id = "")#if($id == ""){"error": "no id"}#stop#end{"id": "$id"} is {"error": "no id"}#stop{"id": ""}
amplify-velocity-template: {"error": "no id"}#stop{"id": 7} is {"error": "no id"}#stop{"id": 7}
amplify-velocity-template: #set($id = "")#if($id == ""){"error": "no id"}#stop#end{"id": "$id"} is {"error": "no id"}#stop{"id": ""}
OUT
{
  java -cp "$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3)" Render.java "${templates[@]}"
  node run.cjs "${templates[@]}"
} | tee seen
diff expected seen
