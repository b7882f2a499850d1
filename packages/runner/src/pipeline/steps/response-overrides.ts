import { isPlainObject } from "@apigw-vtl/compiler";
import type { HeaderBag } from "../../request/headers.js";
import { overrideValues } from "../../template/override-values.js";
import type { RoutedExchange } from "../exchange.js";

/**
 * Applies `$context.responseOverride`, whichever of the two templates has set it, and gives the status. A status that is
 * no integer from 100 to 599 is ignored; it need not be declared (recorded: 444).
 */
export function applyResponseOverrides(exchange: RoutedExchange, selected: number, headers: HeaderBag): number {
  const override = exchange.context.responseOverride;
  const header = isPlainObject(override) ? overrideValues(override.header) : [];
  const asked = isPlainObject(override) ? override.status : undefined;
  const isStatus = typeof asked === "number" && Number.isInteger(asked) && asked >= 100 && asked <= 599;
  for (const [name, values] of header) headers.set(name, ...values);
  const status = isStatus ? asked : selected;
  exchange.steps.add("response-overrides", () => {
    if (header.length === 0 && (asked === undefined || asked === null)) {
      return { outcome: "skipped", explanation: "The templates override nothing of the response." };
    }
    const names = [...(isStatus ? ["status"] : []), ...header.map(([name]) => `header.${name}`)];
    const ignored =
      asked === undefined || asked === null || isStatus
        ? ""
        : ` The status ${JSON.stringify(asked)} is ignored: it has to be an integer from 100 to 599.`;
    return {
      explanation: `${names.length === 0 ? "Nothing is overridden." : `The templates set responseOverride.${names.join(", ")}.`}${ignored}`,
      facts: {
        status: String(status),
        ...Object.fromEntries(header.map(([name, values]) => [name, values.join(", ")])),
      },
    };
  });
  return status;
}
