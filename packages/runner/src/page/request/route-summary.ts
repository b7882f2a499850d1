import type { PageRoute } from "../../node/server/page/describe-api.js";
import { element } from "../dom/element.js";
import { factList } from "../dom/fact-list.js";
import { breakablePath, methodBadge } from "../routes/route-list.js";

/** The head of the request: which route it is, and what the definition says of it. */
export function routeSummary(route: PageRoute): readonly (HTMLElement | undefined)[] {
  return [
    element(
      "h2",
      { id: "request-heading", tabindex: "-1", class: "route-heading" },
      methodBadge(route.httpMethod),
      " ",
      breakablePath(route.path),
    ),
    factList(factsOf(route)),
  ];
}

function factsOf(route: PageRoute): readonly (readonly [string, string])[] {
  const { integration } = route;
  const facts: [string, string][] = [["Integration", integration?.type ?? "none: every request fails"]];
  if (integration?.uri !== undefined) facts.push(["Backend", `${integration.httpMethod ?? "ANY"} ${integration.uri}`]);
  if (integration !== undefined && integration.templateTypes.length > 0) {
    facts.push(["Request templates", integration.templateTypes.join(", ")]);
  }
  if (route.modelTypes.length > 0) facts.push(["Models", route.modelTypes.join(", ")]);
  if (route.authorizer !== undefined) facts.push(["Authorizer", route.authorizer]);
  if (route.apiKeyRequired) facts.push(["API key", "required"]);
  if (route.operationName !== undefined) facts.push(["Operation", route.operationName]);
  return facts;
}
