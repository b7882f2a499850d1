import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import type { Candidate } from "./candidate.js";
import { gatewayResponseCandidates } from "./gateway-response.js";
import { memberCandidates, type Surroundings, valueKeys } from "./members.js";
import { directiveCandidates, rootCandidates } from "./names.js";
import { receiverAt, referenceEndingAt } from "./receiver.js";
import type { CompletionSite } from "./site.js";
import { jsonPathCandidates, parameterCandidates } from "./texts.js";

/** What can be completed at a place. */
export function candidatesAt(view: TemplateView, site: CompletionSite, around: Surroundings): readonly Candidate[] {
  if (!view.isMappingTemplate) return gatewayResponseCandidates(view, site, around);
  if (isDeadText(view, site) || isClosing(view, site)) return [];
  switch (site.kind) {
    case "root":
      return rootCandidates(view, site.range.start);
    case "directive":
      return directiveCandidates(view, site);
    case "member": {
      const receiver = receiverAt(view, site.dot, site.typed);
      return receiver ? memberCandidates(receiver, around) : [];
    }
    case "json-path":
      return jsonPathCandidates(site.typed, site.quote, around);
    case "parameter":
      return parameterCandidates(site.quote, around);
    case "key": {
      const receiver = referenceEndingAt(view, site.end);
      return receiver?.kind === "value" ? valueKeys(receiver, around) : [];
    }
  }
}

/** The `#` of `]]#` and of `*#`, which ends something and begins nothing. */
function isClosing({ tree }: TemplateView, site: CompletionSite): boolean {
  if (site.kind !== "directive") return false;
  const sigil = site.range.start - (site.braces ? 2 : 1);
  const innermost = nodePath(tree, sigil).at(-1);
  const hasEnd = innermost?.type === "Comment" || (innermost?.type === "Text" && innermost.kind === "textblock");
  return hasEnd && innermost.range.start < sigil && innermost.range.end === sigil + 1;
}

/** Comments, raw text and texts in single quotes, where `$` and `#` mean nothing. */
function isDeadText({ tree, source }: TemplateView, { kind, range }: CompletionSite): boolean {
  const offset = range.start;
  const inQuotes = kind === "json-path" || kind === "parameter" || kind === "key";
  const innermost = nodePath(tree, offset).at(-1);
  if (innermost?.type === "Literal" || (innermost?.type === "Text" && innermost.kind === "textblock")) return true;
  // A `$` at the very end of a template is an error, and so the comment before it is none.
  if (innermost?.type === "Error") return source.slice(innermost.range.start, offset).startsWith("##");
  // Only double quotes make a string that Velocity looks into.
  if (innermost?.type === "StringLiteral" && source[innermost.range.start] === "'") return !inQuotes;
  if (innermost?.type !== "Comment") return false;
  // A `#` typed before `#end` makes a comment of it, as long as nothing follows.
  if (kind === "directive" && innermost.range.start === offset - 1) return false;
  // The line after a comment is not the comment's.
  return innermost.range.start < offset && !source.slice(innermost.range.start, offset).endsWith("\n");
}
