import { mapFill, newMap } from "../collections/map.js";
import type { JavaMap, Value } from "../value.js";
import type { MultiValueParameters, TemplateEvent } from "./event.js";
import { importData } from "./import-data.js";
import { lastValues } from "./input.js";

/** `$method`: the request as `$method.request.querystring.x`, with all values under `multivalue…`. */
export function buildMethod(event: TemplateEvent): JavaMap {
  return mapOf({
    request: mapOf({
      path: lastValues(event.path),
      querystring: lastValues(event.querystring),
      header: lastValues(event.headers),
      multivaluequerystring: allValues(event.querystring),
      multivalueheader: allValues(event.headers),
      body: event.body ?? "",
    }),
  });
}

function mapOf(entries: Readonly<Record<string, Value>>): JavaMap {
  const map = newMap();
  for (const [key, value] of Object.entries(entries)) mapFill(map, key, value);
  return map;
}

function allValues(parameters: MultiValueParameters | undefined): JavaMap {
  const map = newMap();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    mapFill(map, name, importData(Array.isArray(value) ? value : [value]));
  }
  return map;
}
