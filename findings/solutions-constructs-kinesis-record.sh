#!/usr/bin/env bash
# @aws-solutions-constructs/aws-apigateway-kinesisstreams 2.45.0 with aws-cdk-lib 2.276.0; its templates rendered by Velocity 1.7
# (Debian's `velocity`, on a JDK), 2026-11-30.
#
# The construct makes POST /record for one record and POST /records for a list of them, both with a model by which `data` is a
# text. Guess: a record is the same bytes in the stream, whichever path it came by. Seen: the template of /record encodes
# `$input.json('$.data')`, which is the JSON of the text, quotes and escapes included; the one of /records the text itself.
#
# Why it matters: a consumer that parses JSON gets an object by one path and a string, to be parsed once more, by the other, and
# both answer 200. Who moves from single records to lists, to save requests, changes every record in the stream. The
# templates are the construct's, and what they print is base64, so that nobody reads either.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1 \
  @aws-solutions-constructs/aws-apigateway-kinesisstreams@2.45.0
cat >templates.cjs <<'JS'
const { App, Stack } = require("aws-cdk-lib");
const { ApiGatewayToKinesisStreams } = require("@aws-solutions-constructs/aws-apigateway-kinesisstreams");
const stack = new Stack(new App(), "Stack");
new ApiGatewayToKinesisStreams(stack, "Api", {});
const { Resources } = require("aws-cdk-lib/assertions").Template.fromStack(stack).toJSON();
for (const { Type, Properties } of Object.values(Resources)) {
  const template = Type === "AWS::ApiGateway::Method" && Properties.Integration.RequestTemplates?.["application/json"];
  if (!template) continue;
  // The stream's name is filled in at deployment.
  const text = template["Fn::Join"][1].map((part) => (typeof part === "string" ? part : "stream")).join("");
  require("node:fs").writeFileSync(text.includes("Records") ? "records.vtl" : "record.vtl", text);
}
JS
cat >Render.java <<'JAVA'
import java.io.StringWriter;
import java.nio.file.*;
import java.util.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static class Util {
    public String base64Encode(String text) { return Base64.getEncoder().encodeToString(text.getBytes()); }
  }
  /** A request's body, which is one record or a list of one. */
  public static class Input {
    private final String data;
    public Input(String data) { this.data = data; }
    public String json(String path) { return '"' + data.replace("\"", "\\\"") + '"'; }
    public Object path(String path) { return path.equals("$.records") ? List.of(Map.of("data", data, "partitionKey", "k")) : "k"; }
  }
  public static void main(String[] none) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String text : List.of("seven", "{\"sku\":7}")) {
      for (String path : List.of("record", "records")) {
        VelocityContext context = new VelocityContext();
        context.put("input", new Input(text));
        context.put("util", new Util());
        StringWriter out = new StringWriter();
        engine.evaluate(context, out, "template", Files.readString(Path.of(path + ".vtl")));
        String data = out.toString().replaceAll("(?s).*\"Data\": \"([^\"]*)\".*", "$1");
        System.out.println("the text " + text + " by /" + path + " is " + new String(Base64.getDecoder().decode(data)));
      }
    }
  }
}
JAVA
cat >expected <<'OUT'
the text seven by /record is "seven"
the text seven by /records is seven
the text {"sku":7} by /record is "{\"sku\":7}"
the text {"sku":7} by /records is {"sku":7}
OUT
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
node templates.cjs 2>/dev/null
java -cp "$jars" Render.java | tee seen
diff expected seen
