#!/usr/bin/env bash
# The response template of StepFunctionsIntegration.startExecution in aws-cdk-lib 2.276.0, rendered by Velocity 1.7 (Debian's
# `velocity`, on a JDK), 2026-11-30.
#
# StartSyncExecution answers 200 however the execution ends, with a `status` of SUCCEEDED, FAILED or TIMED_OUT; only the first
# has an `output`. Guess: the template overrides the status of both others with 500. Seen: it compares with FAILED alone. An
# execution that ran out of time is answered with 200 and an empty body.
#
# Why it matters: a state machine's own `timeout`, set below the 29 seconds of API Gateway so that clients get an answer, ends
# in TIMED_OUT. Clients and alarms on 5XX take it for success. The template is CDK's, not the user's: no one reads it, and
# tests with failing states pass.
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
const responses = method.Properties.Integration.IntegrationResponses;
const { StatusCode, ResponseTemplates } = responses.find(({ SelectionPattern }) => SelectionPattern === undefined);
require("node:fs").writeFileSync("template.vtl", ResponseTemplates["application/json"]);
console.log("status of the integration response", StatusCode);
JS
cat >Render.java <<'JAVA'
import java.io.StringWriter;
import java.nio.file.*;
import java.util.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  /** `$input.path` of members of an object; of one that is not there nothing, as the service has it. */
  public static class Input {
    private final Map<String, String> answer;
    public Input(Map<String, String> answer) { this.answer = answer; }
    public Object path(String path) { return path.equals("$") ? answer : answer.getOrDefault(path.substring(2), ""); }
  }
  public static void main(String[] files) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (Map<String, String> answer : List.of(
        Map.of("status", "SUCCEEDED", "output", "{}"),
        Map.of("status", "FAILED", "error", "E", "cause", "C"),
        Map.of("status", "TIMED_OUT", "error", "States.Timeout"))) {
      Map<String, Object> override = new HashMap<>();
      VelocityContext context = new VelocityContext();
      context.put("input", new Input(answer));
      context.put("context", new HashMap<>(Map.of("responseOverride", override)));
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", Files.readString(Path.of(files[0])));
      System.out.println(answer.get("status") + " overrides " + override + " body [" + out.toString().replaceAll("\\s", "") + "]");
    }
  }
}
JAVA
cat >expected <<'OUT'
status of the integration response 200
SUCCEEDED overrides {} body [{}]
FAILED overrides {status=500} body [{"error":"E","cause":"C"}]
TIMED_OUT overrides {} body []
OUT
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
{ node template.cjs && java -cp "$jars" Render.java template.vtl; } | tee seen
diff expected seen
