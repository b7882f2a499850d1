#!/usr/bin/env bash
# appsync-template-tester 1.1.19 beside Java's `escapeJavaScript` (commons-lang 2.6, Debian's `libcommons-lang-java`, on a JDK) and
# `URLEncoder`, 2026-11-30, Node 20.
#
# Guess: `$util.escapeJavaScript` puts backslashes before quotes, as Java's does, and `$util.urlEncode` encodes as forms do. Seen: the
# first is JavaScript's `encodeURI`: a quote is %22, a blank %20, and an apostrophe stays. The second is JavaScript's old `escape`
# with the first slash of the text encoded and the others left, so that a path or date has both. Only comments in its source
# say that AppSync differs.
#
# Why it matters: the package is for unit tests of mapping templates. `"note": "$util.escapeJavaScript($note)"` is always JSON in the
# test, and the one thing that needs care there, \', never shows up; the text that is expected there is never sent by the service.
set -euo pipefail
command -v java >/dev/null && [ -e /usr/share/java/commons-lang.jar ] ||
  apt-get install -qy --no-install-recommends default-jdk-headless libcommons-lang-java >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts appsync-template-tester@1.1.19
cat >run.cjs <<'JS'
const { default: Parser } = require("appsync-template-tester");
for (const name of ["escapeJavaScript", "urlEncode"]) {
  const text = new Parser(`$util.${name}($ctx.args.text)`).resolve({ arguments: { text: process.argv[2] } });
  console.log(`tester ${name}: ${text}`);
}
JS
cat >Escape.java <<'JAVA'
import java.net.URLEncoder;
import org.apache.commons.lang.StringEscapeUtils;

public class Escape {
  public static void main(String[] texts) throws Exception {
    System.out.println("Java escapeJavaScript: " + StringEscapeUtils.escapeJavaScript(texts[0]));
    System.out.println("Java urlEncode: " + URLEncoder.encode(texts[0], "UTF-8"));
  }
}
JAVA
cat >expected <<'OUT'
tester escapeJavaScript: it's%20%22new%22%201/2/3
tester urlEncode: it%27s%20%22new%22%201%2F2/3
Java escapeJavaScript: it\'s \"new\" 1\/2\/3
Java urlEncode: it%27s+%22new%22+1%2F2%2F3
OUT
text="it's \"new\" 1/2/3"
{
  node run.cjs "$text"
  java -cp /usr/share/java/commons-lang.jar Escape.java "$text"
} | tee seen
diff expected seen
