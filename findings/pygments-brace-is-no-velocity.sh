#!/usr/bin/env bash
# Pygments 2.14.0 (Debian's `python3-pygments` 2.14.0+dfsg-1), 2026-11-30.
#
# Guess: the lexer `velocity` has errors, if at all, within directives; what stands between them is text, whatever it is. Seen:
# text may not hold a brace. Each `{` of it is an error token, as is a `#` that begins no directive; `}` is text, and in a
# `#set` both are known.
#
# Why it matters: mapping templates are JSON, and each of their objects is marked as a mistake in documentation that Pygments
# colours (Sphinx, MkDocs, LaTeX's minted). Sphinx warns of a block with an error token, "Could not lex literal_block", which
# ends a build that treats warnings as errors.
set -euo pipefail
/usr/bin/python3 -c 'import pygments' 2>/dev/null || apt-get install -qy --no-install-recommends python3-pygments >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.py <<'PY'
from pygments.lexers import get_lexer_by_name
from pygments.token import Error

for template in [
    '{"id": $input.json("$.id")}',
    '#set($order = {"id": 1})$order.id',
    '"key": "ORDER#$context.requestId"',
    "Action=SendMessage&MessageBody=$input.body",
]:
    tokens = get_lexer_by_name("velocity").get_tokens(template)
    print(template, "has the errors", [text for kind, text in tokens if kind is Error])
PY
/usr/bin/python3 run.py | tee seen
cat >expected <<'OUT'
{"id": $input.json("$.id")} has the errors ['{']
#set($order = {"id": 1})$order.id has the errors []
"key": "ORDER#$context.requestId" has the errors ['#']
Action=SendMessage&MessageBody=$input.body has the errors []
OUT
diff expected seen
