#!/usr/bin/env bash
# serverless-apigateway-service-proxy 2.2.2; its template rendered by Velocity 1.7 with Jayway JsonPath 2.0 as the parser and
# commons-lang 2.6 (Debian's `velocity`, `libjsonpath-java` and `libcommons-lang-java`, on a JDK), 2026-11-30, Node 20.
#
# `eventbridge` sends the whole body as the event's detail, or, as its readme shows, a member of it, `detail: {bodyParam: data.detail}`.
# Guess: a member that is an object becomes the detail, as the body does. Seen: the template parses the body and prints the member,
# and Velocity prints an object as Java does, {orderId=7, to={city=Oslo}}. That is no JSON, which a detail has to be. Only a
# client that sends the object as a text with JSON in it gets through.
#
# Why it matters: PutEvents answers 200 and says within the answer that the entry failed, and the plugin maps only the status. The client
# is told that all is well, and no event was ever sent; the same request without `bodyParam` works.
set -euo pipefail
for file in velocity commons-lang json-path json-smart accessors-smart asm slf4j-api; do
  [ -e "/usr/share/java/$file.jar" ] && continue
  apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java libjsonpath-java libslf4j-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-apigateway-service-proxy@2.2.2 lodash@4.17.21
cat >template.cjs <<'JS'
const plugin = require("serverless-apigateway-service-proxy/lib/package/eventbridge/compileMethodsToEventBridge");
const detail = process.argv[2] === "" ? {} : { detail: { bodyParam: process.argv[2] } };
const http = { eventBusName: "orders", source: "shop", detailType: "placed", ...detail };
const [text, values] = plugin.getDefaultEventBridgeRequestTemplates.call(plugin, http)["application/json"]["Fn::Sub"];
process.stdout.write(text.replace(/\$\{(\w+)\}/g, (_, name) => values[name]));
JS
cat >Render.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import java.io.StringWriter;
import java.nio.file.*;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static class Util {
    public Object parseJson(String text) { return JsonPath.read(text, "$"); }
    public String escapeJavaScript(Object value) { return StringEscapeUtils.escapeJavaScript(String.valueOf(value)); }
  }
  public static class Input {
    public String body;
    public String getBody() { return body; }
  }
  public static void main(String[] bodies) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String body : bodies) {
      VelocityContext context = new VelocityContext();
      Input input = new Input();
      input.body = body;
      context.put("input", input);
      context.put("util", new Util());
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", Files.readString(Path.of("template.vtl")));
      System.out.println(out);
    }
  }
}
JAVA
cat >detail.cjs <<'JS'
for (const line of require("node:fs").readFileSync(0, "utf8").trim().split("\n")) {
  const { Detail } = JSON.parse(line).Entries[0];
  let kind = "JSON";
  try {
    JSON.parse(Detail);
  } catch {
    kind = "no JSON";
  }
  console.log(Detail, "is", kind);
}
JS
jars=$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3 json-path json-smart accessors-smart asm slf4j-api)
for path in '' data.detail; do
  node template.cjs "$path" >template.vtl
  echo "bodyParam: ${path:-none}"
  java -cp "$jars" Render.java '{"data": {"detail": {"orderId": 7, "to": {"city": "Oslo"}}}}' \
    '{"data": {"detail": "{\"orderId\": 7}"}}' 2>/dev/null | node detail.cjs
done | tee seen
cat >expected <<'OUT'
bodyParam: none
{"data": {"detail": {"orderId": 7, "to": {"city": "Oslo"}}}} is JSON
{"data": {"detail": "{\"orderId\": 7}"}} is JSON
bodyParam: data.detail
{orderId=7, to={city=Oslo}} is no JSON
{"orderId": 7} is JSON
OUT
diff expected seen
