#!/usr/bin/env bash
# serverless-step-functions 3.31.2; its template rendered by Velocity 1.7 with Jayway JsonPath 2.0 and commons-lang 2.6 (Debian's
# `velocity`, `libjsonpath-java` and `libcommons-lang-java`, on a JDK), 2026-11-30, Node 20.
#
# An `http` event of a state machine gets a template for JSON and one for forms. Guess: the one for forms starts the execution with the
# fields, as the plugin's own template `lambda_proxy` decodes them, or there would be no need of it. Seen: both are the same
# text. The parser takes a form, which is no JSON, for one long text, so that the input of the execution is
# "id=7&note=it%27s", in quotes and encoded.
#
# Why it matters: that is a valid input. The client gets 200 and the execution's ARN, and the execution fails in its first state that
# reads $.id, or takes the branch for a missing one. Without the template API Gateway would answer 415.
set -euo pipefail
for file in velocity commons-lang json-path json-smart accessors-smart asm slf4j-api; do
  [ -e "/usr/share/java/$file.jar" ] && continue
  apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java libjsonpath-java libslf4j-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-step-functions@3.31.2
cat >templates.cjs <<'JS'
const { writeFileSync } = require("node:fs");
const plugin = require("serverless-step-functions/lib/deploy/events/apiGateway/methods");
const templates = plugin.getDefaultRequestTemplates.call({ ...plugin, getStateMachineLogicalId: () => "Machine" }, "machine", {});
for (const [type, { "Fn::Sub": [text] }] of Object.entries(templates)) {
  writeFileSync(`${type.split("/")[1]}.vtl`, text.replace("${StateMachineArn}", "arn"));
}
JS
cat >Render.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.io.StringWriter;
import java.nio.file.*;
import java.util.Map;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static class Util {
    public String escapeJavaScript(String text) { return StringEscapeUtils.escapeJavaScript(text); }
  }
  public static class Input {
    private final String body;
    public Input(String body) { this.body = body; }
    public String json(String path) {
      Object value = JsonPath.parse(body).json();
      return value instanceof String ? "\"" + JSONValue.escape((String) value) + "\"" : new JsonSmartJsonProvider().toJson(value);
    }
  }
  public static void main(String[] args) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    VelocityContext context = new VelocityContext();
    context.put("input", new Input(args[1]));
    context.put("util", new Util());
    context.put("context", Map.of("requestId", "r"));
    StringWriter out = new StringWriter();
    engine.evaluate(context, out, "template", Files.readString(Path.of(args[0])));
    System.out.print(out);
  }
}
JAVA
node templates.cjs
jars=$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3 json-path json-smart accessors-smart asm slf4j-api)
input() {
  java -cp "$jars" Render.java "$1.vtl" "$2" 2>/dev/null |
    node -e 'console.log(process.argv[1], "starts with", JSON.parse(require("node:fs").readFileSync(0, "utf8")).input)' "$1"
}
{
  cmp -s json.vtl x-www-form-urlencoded.vtl && echo "both templates are the same"
  input json '{"id":"7","note":"it'"'"'s"}'
  input x-www-form-urlencoded 'id=7&note=it%27s'
} | tee seen
cat >expected <<'OUT'
both templates are the same
json starts with {"id":"7","note":"it's"}
x-www-form-urlencoded starts with "id=7&note=it%27s"
OUT
diff expected seen
