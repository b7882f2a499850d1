#!/usr/bin/env bash
# The request templates of serverless 3.40.0 for `integration: lambda`, rendered by Velocity 1.7 with commons-lang 2.6's
# escapeJavaScript (Debian's `velocity` and `libcommons-lang-java`, on a JDK), 2026-11-30.
#
# Every such function gets a template for forms without asking. Guess: a parameter's name ends at its first `=` and the value is
# the rest, as parsers of forms have it; names are escaped like values. Seen: the pair is split at every `=` and the second
# part taken, so that what follows another `=` is gone. And values are rid of the `\'` that escapeJavaScript makes, names are
# not: an apostrophe in a name makes the whole event no JSON.
#
# Why it matters: browsers write %3D, but curl's `-d`, and clients that put a form together by hand, send base64 and tokens as they
# are. The function gets "dG9rZW4" for dG9rZW4=, or half of a=b=c, and no error; the template is nowhere in the project.
set -euo pipefail
for file in /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar; do
  [ -e "$file" ] || apt-get install -qy --no-install-recommends default-jdk-headless velocity libcommons-lang-java >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless@3.40.0
node -e '
const path = "serverless/lib/plugins/aws/package/compile/events/api-gateway/lib/method/integration";
process.stdout.write(require(path).DEFAULT_FORM_URL_ENCODED_REQUEST_TEMPLATE);
' >form.vtl
cat >Form.java <<'JAVA'
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Form {
  public static class Util {
    public String escapeJavaScript(String text) { return StringEscapeUtils.escapeJavaScript(text); }
    public String urlDecode(String text) { return URLDecoder.decode(text, StandardCharsets.UTF_8); }
  }
  public static class Input {
    private final String body;
    public Input(String body) { this.body = body; }
    public String path(String path) { return body; }
    public Map<String, Object> params() { return Map.of("path", Map.of(), "querystring", Map.of(), "header", Map.of()); }
  }
  public static void main(String[] bodies) throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    for (String body : bodies) {
      VelocityContext context = new VelocityContext();
      context.put("input", new Input(body));
      context.put("util", new Util());
      StringWriter out = new StringWriter();
      engine.evaluate(context, out, "template", Files.readString(Path.of("form.vtl")));
      System.out.println(body + " is " + out.toString().replaceAll("(?s).*\"body\": *(\\{[^}]*\\}).*", "$1").replaceAll("\\s", ""));
    }
  }
}
JAVA
cat >expected <<'OUT'
text=O%27Neill&state=a%3Db is {"text":"O'Neill","state":"a=b"}
token=dG9rZW4=&of=1 is {"token":"dG9rZW4","of":"1"}
state=a=b=c is {"state":"a"}
O%27Neill=1 is {"O\'Neill":"1"}
OUT
jars=$(printf '%s:' /usr/share/java/velocity.jar /usr/share/java/commons-lang.jar /usr/share/java/commons-collections3.jar)
java -cp "$jars" Form.java 'text=O%27Neill&state=a%3Db' 'token=dG9rZW4=&of=1' 'state=a=b=c' 'O%27Neill=1' | tee seen
diff expected seen
