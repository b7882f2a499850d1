#!/usr/bin/env bash
# serverless-apigateway-service-proxy 2.2.2; its template rendered by Velocity 1.7 with Jayway JsonPath 2.0 (Debian's `velocity` and
# `libjsonpath-java`, on a JDK), 2026-11-30, Node 20.
#
# `action: GetItem` answers with the item as plain JSON, by a response template of the plugin's. Guess: as DynamoDB's own clients, it
# makes a number of N, true or false of BOOL, null of NULL, a list of L and SS. Seen: whatever the type, the value is printed
# between quotes. A flag is the text "false", which is true to JavaScript, NULL the text "true". A list or set closes the quotes,
# a map is printed as Java prints one, and the answer, with status 200, is no JSON. PutItem writes the same types in the same way.
#
# Why it matters: an item of texts is right, and the template is nowhere in the project. The first attribute of another type
# changes what clients get, or breaks the answers for the items that have it, without an error at API Gateway.
set -euo pipefail
for file in velocity commons-lang commons-collections3 json-path json-smart accessors-smart asm slf4j-api; do
  [ -e "/usr/share/java/$file.jar" ] && continue
  apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java libjsonpath-java libslf4j-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-apigateway-service-proxy@2.2.2 lodash@4.17.21
node -e '
const path = "serverless-apigateway-service-proxy/lib/package/dynamodb/compileMethodsToDynamodb";
const { RequestTemplates: _, IntegrationResponses } = require(path).getDynamodbMethodIntegration.call(
  { ...require(path), addCors() {} }, { action: "GetItem", tableName: "Orders", hashKey: { pathParam: "id", attributeType: "S" } },
).Properties.Integration;
process.stdout.write(IntegrationResponses.find(({ StatusCode }) => StatusCode === 200).ResponseTemplates["application/json"]);
' >item.vtl
cat >Render.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import java.io.StringWriter;
import java.nio.file.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Render {
  public static class Input {
    private final String body;
    public Input(String body) { this.body = body; }
    public Object path(String path) { return JsonPath.read(body, path); }
  }
  public static void main(String[] items) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String item : items) {
      VelocityContext context = new VelocityContext();
      context.put("input", new Input("{\"Item\": " + item + "}"));
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", Files.readString(Path.of("item.vtl")));
      System.out.println(item + " is " + out);
    }
  }
}
JAVA
cat >expected <<'OUT'
{"id":{"S":"7"}} is {"id":"7"}
{"paid":{"BOOL":false}} is {"paid":"false"}
{"total":{"N":"12.5"}} is {"total":"12.5"}
{"note":{"NULL":true}} is {"note":"true"}
{"tags":{"L":[{"S":"new"}]}} is {"tags":"[{"S":"new"}]"}
{"sizes":{"SS":["M","L"]}} is {"sizes":"["M","L"]"}
{"to":{"M":{"city":{"S":"Oslo"}}}} is {"to":"{city={S=Oslo}}"}
OUT
jars=$(printf '/usr/share/java/%s.jar:' velocity commons-lang commons-collections3 json-path json-smart accessors-smart asm slf4j-api)
java -cp "$jars" Render.java '{"id":{"S":"7"}}' '{"paid":{"BOOL":false}}' '{"total":{"N":"12.5"}}' '{"note":{"NULL":true}}' \
  '{"tags":{"L":[{"S":"new"}]}}' '{"sizes":{"SS":["M","L"]}}' '{"to":{"M":{"city":{"S":"Oslo"}}}}' 2>/dev/null | tee seen
diff expected seen
