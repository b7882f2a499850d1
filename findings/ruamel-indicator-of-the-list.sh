#!/usr/bin/env bash
# ruamel.yaml 0.17.21 (Debian's `python3-ruamel.yaml` 0.17.21-1) beside PyYAML 6.0 (Debian's `python3-yaml`), 2026-12-01.
#
# A template that begins with a blank needs an indicator in YAML, `|2`: by how many columns its margin is deeper than its key. This
# package keeps a file's comments and block texts when it reads and writes it; `indent(mapping=2, sequence=4, offset=2)` is how
# its documentation writes lists that are indented. Guess: the indicator is the number of columns by which the text is indented.
# Seen: the text is indented by `mapping`, and the indicator is `sequence`. Where they differ the text has lost or gained blanks
# when the file is read again; one with a line at its margin is no YAML any more. With no call of `indent` it is right.
#
# Why it matters: scripts that change a definition (a version, a URI) write the whole file anew, and with it templates that they never
# touched. What Velocity prints before the JSON does no harm; what moves in a template for SOAP, CSV or a signature does.
# The package's own tracker could not be searched.
set -euo pipefail
for package in python3-ruamel.yaml=0.17.21-1 python3-yaml; do
  dpkg-query -W "${package%=*}" >/dev/null 2>&1 || apt-get install -qy --no-install-recommends "$package" >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.py <<'PY'
import io
import yaml
from ruamel.yaml import YAML
FILES = {
    "one line": 'template: |2\n    "id","total"\nversion: 1\n',
    "a line at the margin": 'template: |2\n    "id","total"\n  $input.body\nversion: 1\n',
}
INDENTS = {
    "none": {},
    "4, 4, 2": {"mapping": 4, "sequence": 4, "offset": 2},
    "2, 4, 2": {"mapping": 2, "sequence": 4, "offset": 2},
    "4, 2, 0": {"mapping": 4, "sequence": 2, "offset": 0},
}
for name, file in FILES.items():
    print("%s: %r" % (name, yaml.safe_load(file)["template"]))
    for indent, options in INDENTS.items():
        writer, out = YAML(), io.StringIO()
        if options:
            writer.indent(**options)
        writer.dump(writer.load(file), out)
        try:
            read = repr(yaml.safe_load(out.getvalue())["template"])
        except yaml.YAMLError as error:
            read = "no YAML: " + error.problem
        print("  indent %s, %s: %s" % (indent, out.getvalue().split("\n")[0], read))
PY
cat >expected <<'OUT'
one line: '  "id","total"\n'
  indent none, template: |2: '  "id","total"\n'
  indent 4, 4, 2, template: |4: '  "id","total"\n'
  indent 2, 4, 2, template: |4: '"id","total"\n'
  indent 4, 2, 0, template: |2: '    "id","total"\n'
a line at the margin: '  "id","total"\n$input.body\n'
  indent none, template: |2: '  "id","total"\n$input.body\n'
  indent 4, 4, 2, template: |4: '  "id","total"\n$input.body\n'
  indent 2, 4, 2, template: |4: no YAML: expected <block end>, but found '<scalar>'
  indent 4, 2, 0, template: |2: '    "id","total"\n  $input.body\n'
OUT
/usr/bin/python3 run.py | tee seen
diff expected seen
