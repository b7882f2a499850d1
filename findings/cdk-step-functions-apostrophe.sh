#!/usr/bin/env bash
# The request template of StepFunctionsIntegration.startExecution in aws-cdk-lib 2.276.0, rendered by Velocity 1.7 with
# commons-lang 2.6's escapeJavaScript (Debian's `velocity` and `libcommons-lang-java`, on a JDK), 2026-11-29.
#
# The template ends by replacing \' with ', because `$util.escapeJavaScript` escapes apostrophes and JSON knows no \'.
# Guess: an apostrophe in a parameter arrives as itself. Seen: parameters are escaped twice, once as a member and once with
# the whole input, and the replacement undoes one of the two: the request is valid JSON, the input within it is not.
#
# Why it matters: query string and path are included by default, so that GET /orders?name=O'Neill starts no execution
# (the service answers InvalidExecutionInput), while the same name in the body works. Copies of the template are common.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1
cat >template.cjs <<'JS'
const { App, Stack } = require("aws-cdk-lib");
const { RestApi, StepFunctionsIntegration } = require("aws-cdk-lib/aws-apigateway");
const { Pass, StateMachine, StateMachineType, DefinitionBody } = require("aws-cdk-lib/aws-stepfunctions");
const stack = new Stack(new App(), "Stack");
const machine = new StateMachine(stack, "Machine", {
  definitionBody: DefinitionBody.fromChainable(new Pass(stack, "Pass")),
  stateMachineType: StateMachineType.EXPRESS,
});
new RestApi(stack, "Api").root.addMethod("GET", StepFunctionsIntegration.startExecution(machine));
const { Resources } = require("aws-cdk-lib/assertions").Template.fromStack(stack).toJSON();
const method = Object.values(Resources).find(({ Type }) => Type === "AWS::ApiGateway::Method");
const template = method.Properties.Integration.RequestTemplates["application/json"];
// The machine's name is filled in at deployment.
const parts = template["Fn::Join"]?.[1] ?? [template];
process.stdout.write(parts.map((part) => (typeof part === "string" ? part : "arn")).join(""));
JS
node template.cjs >template.vtl
cat >Render.java <<'JAVA'
import java.io.StringWriter;
import java.nio.file.*;
import java.util.*;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static class Util {
    public String escapeJavaScript(String text) { return StringEscapeUtils.escapeJavaScript(text); }
  }
  public static class Input {
    public String getBody() { return "{}"; }
    public Map<String, Map<String, String>> params() {
      Map<String, Map<String, String>> all = new LinkedHashMap<>();
      for (String place : List.of("path", "querystring", "header")) all.put(place, new LinkedHashMap<>());
      all.get("querystring").put("name", "O'Neill");
      return all;
    }
  }
  public static void main(String[] files) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    VelocityContext context = new VelocityContext();
    context.put("input", new Input());
    context.put("util", new Util());
    StringWriter out = new StringWriter();
    engine.evaluate(context, out, "template", Files.readString(Path.of(files[0])));
    System.out.print(out);
  }
}
JAVA
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
java -cp "$jars" Render.java template.vtl >request.json
cat >check.cjs <<'JS'
const { input } = JSON.parse(require("node:fs").readFileSync("request.json", "utf8"));
console.log("input", input.replace(/\s+/g, ""));
try {
  JSON.parse(input);
  console.log("is JSON");
} catch {
  console.log("is no JSON");
}
JS
cat >expected <<'OUT'
input {"body":{},"querystring":{"name":"O\'Neill"},"path":{}}
is no JSON
OUT
node check.cjs | tee seen
diff expected seen
