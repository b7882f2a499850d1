import { type FoundRoute, type Place, readIntegrationUri } from "@apigw-vtl/definitions";
import { recommendedSettings } from "./lint.js";
import type { Level } from "./rule.js";
import type { ActiveRule } from "./run-rules.js";

/** Something wrong with a method's integration, where it stands in a file. */
export interface RouteFinding {
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  /** What stands on one line. */
  readonly place: Place;
}

/**
 * What rules over integrations find, each once for each place. `textOf`: of a file that a place is in. Never throws.
 */
export function lintRoutes(
  routes: readonly FoundRoute[],
  textOf: (file: string) => string,
  rules: readonly ActiveRule[] = recommendedSettings.rules,
): readonly RouteFinding[] {
  const active = rules.flatMap(({ rule, level }) => ("check" in rule ? [{ rule, level }] : []));
  const found = new Map<string, RouteFinding>();
  for (const { apiType, route } of routes) {
    const integration = route.integration ?? route.unknownIntegration;
    if (integration === undefined) continue;
    const type = route.integration?.type;
    const isProxy = type === "AWS_PROXY" || type === "HTTP_PROXY";
    const { service } = readIntegrationUri(integration.uri ?? "");
    for (const { rule, level } of active) {
      const ruleId = rule.meta.id;
      const report = (message: string, at: Place | undefined = integration.place): void => {
        if (at === undefined) return;
        const place = firstLineOf(at, textOf(at.file));
        found.set(`${ruleId} ${place.file} ${place.range.start} ${message}`, { ruleId, level, message, place });
      };
      rule.check({ apiType, route, integration, isProxy, service, report });
    }
  }
  return [...found.values()];
}

/** An integration stands on many lines. */
function firstLineOf({ file, range }: Place, text: string): Place {
  const end = text.indexOf("\n", range.start);
  return { file, range: { start: range.start, end: end < 0 ? range.end : Math.min(range.end, end) } };
}
