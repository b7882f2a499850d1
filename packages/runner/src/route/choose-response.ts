import { matchesWhole } from "@apigw-vtl/compiler";
import type { Integration, IntegrationResponse } from "@apigw-vtl/definitions";
import { type PreparedIntegration, type PreparedResponse, prepareIntegration } from "./prepared-route.js";

/** What selection patterns are matched against. */
export interface SelectedBy {
  readonly what: "status" | "errorMessage";
  readonly text: string;
}

/**
 * The integration response whose pattern matches the whole text; `.` matches no line break. Of several that match, the one
 * whose own status is the integration's wins (measured on AWS with a MOCK, ministack#1756; taken to hold for any status),
 * else the first. `undefined`: the default response is taken, if there is one.
 */
export function responseFor(
  { patternResponses }: Pick<PreparedIntegration, "patternResponses">,
  { what, text }: SelectedBy,
): PreparedResponse | undefined {
  const matching = patternResponses.filter(
    ({ response }) => matchesWhole(response.selectionPattern ?? "", text) === true,
  );
  const own = what === "status" ? matching.find(({ response }) => response.statusCode === text) : undefined;
  return own ?? matching[0];
}

/** A status of the backend for which an integration response is taken; `undefined` if there is none. */
export function statusSelecting(integration: Integration, response: IntegrationResponse): number | undefined {
  const prepared = prepareIntegration(integration);
  const selects = (status: number) =>
    (responseFor(prepared, { what: "status", text: String(status) }) ?? prepared.defaultResponse)?.response ===
    response;
  return [Number(response.statusCode), ...ORDINARY_FIRST].find(selects);
}

const statuses = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const ORDINARY_FIRST = [...statuses(200, 600), ...statuses(100, 200)];
