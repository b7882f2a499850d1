import { matchesWhole } from "@apigw-vtl/compiler";
import type { Integration, IntegrationResponse } from "@apigw-vtl/definitions";
import { type PreparedIntegration, type PreparedResponse, prepareIntegration } from "./prepared-route.js";

/**
 * The integration response whose pattern matches the whole text: a status, or the error message of a function. The first
 * one wins. `.` matches no line break. `undefined`: the default response is taken, if there is one.
 */
export function responseFor(
  { patternResponses }: Pick<PreparedIntegration, "patternResponses">,
  text: string,
): PreparedResponse | undefined {
  return patternResponses.find(({ response }) => matchesWhole(response.selectionPattern ?? "", text) === true);
}

/** A status of the backend for which an integration response is taken; `undefined` if there is none. */
export function statusSelecting(integration: Integration, response: IntegrationResponse): number | undefined {
  const prepared = prepareIntegration(integration);
  const selects = (status: number) =>
    (responseFor(prepared, String(status)) ?? prepared.defaultResponse)?.response === response;
  return [Number(response.statusCode), ...ORDINARY_FIRST].find(selects);
}

const statuses = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const ORDINARY_FIRST = [...statuses(200, 600), ...statuses(100, 200)];
