#!/usr/bin/env bash
# airspeed 0.5.20, Velocity in Python (Debian's `python3-airspeed` 0.5.20-1), 2026-12-01.
#
# Guess: `$!order.items` of a map without such a key prints nothing, as `$!order.note` does and as in Velocity. Seen: a name that
# is no key is looked up among the methods of Python's value, and a method without its brackets is a value of its own. It
# prints as one, with an address, and is a condition that is true. `items`, `values`, `keys`, `copy`, `update`, `pop` are such
# names of maps, `count` and `index` of lists.
#
# Why it matters: the emulators of API Gateway in Python render with this package or a fork of it. `items` and `values` are common
# members, often optional ones: `#if($order.items)` is there to ask whether they came. With them a template works; without
# them the branch for lists is taken and the JSON has a text that names neither the template nor the body. No issue of the
# package's that a search found says so.
set -euo pipefail
[ "$(dpkg-query -Wf '${Version}' python3-airspeed 2>/dev/null)" = 0.5.20-1 ] ||
  apt-get install -qy --no-install-recommends python3-airspeed=0.5.20-1 >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.py <<'PY'
import re
from airspeed import Template
for template in (
    '{"note": "$!order.note", "items": "$!order.items"}',
    '#if($order.note)a note#{else}no note#end, #if($order.items)items#{else}no items#end',
    '$!order.values, $!order.copy, $!order.lines.count',
):
    for order in ({"lines": []}, {"lines": [], "items": "I", "note": "N", "values": "V", "copy": "C"}):
        print(re.sub(r"0x[0-9a-f]+", "0x…", Template(template).merge({"order": order})))
PY
cat >expected <<'OUT'
{"note": "", "items": "<built-in method items of dict object at 0x…>"}
{"note": "N", "items": "I"}
no note, items
a note, items
<built-in method values of dict object at 0x…>, <built-in method copy of dict object at 0x…>, <built-in method count of list object at 0x…>
V, C, <built-in method count of list object at 0x…>
OUT
PYTHONIOENCODING=utf-8 /usr/bin/python3 run.py | tee seen
diff expected seen
