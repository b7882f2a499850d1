#!/usr/bin/env bash
# The step of action.yml: installs vtl, checks the templates, and puts what was found into the job's summary.
set -euo pipefail

package=$VTL_VERSION
if [[ $package =~ ^[0-9] ]]; then package=@apigw-vtl/cli@$package; fi
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" "$package"
vtl=$tools/node_modules/.bin/vtl

# Paths are words and globs of vtl, not of this shell.
set -f
# shellcheck disable=SC2206
paths=($VTL_PATHS)
options=(--fail-on "$VTL_FAIL_ON" --output-file "sarif=$VTL_SARIF" --output-file "stylish=$tools/findings" --format github)
if [ "$VTL_PROVE" = true ]; then options+=(--prove); fi
if [ -n "$VTL_BASELINE" ]; then options+=(--baseline "$VTL_BASELINE"); fi

status=0
"$vtl" lint "${options[@]}" "${paths[@]}" || status=$?
if [ -s "$tools/findings" ]; then cat "$tools/findings"; fi

formatted=0
if [ "$VTL_FORMAT" = true ]; then "$vtl" format --check "${paths[@]}" >"$tools/unformatted" || formatted=$?; fi

tested=0
if [ "$VTL_TEST" = true ]; then
  "$vtl" test --pass-with-no-tests --format github --output-file "pretty=$tools/tests" "${paths[@]}" || tested=$?
  if ((tested != 0)); then cat "$tools/tests"; fi
fi

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  {
    echo "### Mapping templates"
    if ((status + formatted + tested == 0)); then echo "Nothing to report."; fi
    if [ -s "$tools/findings" ]; then printf '```text\n%s\n```\n' "$(cat "$tools/findings")"; fi
    if ((formatted != 0)); then printf 'To be formatted:\n```text\n%s\n```\n' "$(cat "$tools/unformatted")"; fi
    if ((tested != 0)); then printf 'Tests that fail:\n```text\n%s\n```\n' "$(cat "$tools/tests")"; fi
  } >>"$GITHUB_STEP_SUMMARY"
fi
for other in "$formatted" "$tested"; do if ((other > status)); then status=$other; fi; done
exit "$status"
