import { type MethodTable, method, methodTable } from "../classes/method-table.js";
import { mapFill, mapGet, newMap } from "../collections/map.js";
import { parseJson } from "../json/parse.js";
import { toJson } from "../json/print.js";
import { compilePath } from "../jsonpath/index.js";
import { isMap, JavaException, type JavaMap, JavaObject, type Value } from "../value.js";
import type { MultiValueParameters, TemplateEvent } from "./event.js";
import { importData } from "./import-data.js";

/** The class of the exception that `$input.path` and `$input.json` throw for broken JSON. */
export const INVALID_PAYLOAD = "vtl.InvalidPayload";

/** `$input`. Prints as nothing. */
export class InputRoot extends JavaObject {
  override readonly className = "Input";
  readonly methods = inputMethods;
  /** The raw payload; an empty one reads as `{}` in the service. */
  readonly body: string;
  readonly #event: TemplateEvent;
  #document: Value | undefined;
  #parameters: JavaMap | undefined;

  constructor(event: TemplateEvent) {
    super();
    this.#event = event;
    this.body = event.body || "{}";
  }

  /** `$input.params()`: the maps `path`, `querystring` and `header`. */
  parameters(): JavaMap {
    this.#parameters ??= parameterMaps(this.#event);
    return this.#parameters;
  }

  /** `$input.params(name)`: the first of path, querystring and header that has it, else `""`. */
  parameter(name: string | null): Value {
    const isUntouched = this.#parameters === undefined && name !== null;
    return (isUntouched ? eventParameter(this.#event, name) : undefined) ?? mappedParameter(this.parameters(), name);
  }

  override print(): string {
    return "";
  }

  /** The payload, parsed once. Throws INVALID_PAYLOAD. */
  document(): Value {
    this.#document ??= parsePayload(this.body);
    return this.#document;
  }
}

/** As long as the maps are not made, nothing can differ from the event. Undefined if it is more than a text. */
function eventParameter({ path, querystring, headers }: TemplateEvent, name: string): string | undefined {
  for (const parameters of [path, querystring, headers]) {
    if (parameters === undefined || !Object.hasOwn(parameters, name)) continue;
    const value = parameters[name];
    return typeof value === "string" ? value : undefined;
  }
  return "";
}

function mappedParameter(maps: JavaMap, name: string | null): Value {
  for (const kind of ["path", "querystring", "header"]) {
    const parameters = mapGet(maps, kind);
    const value = isMap(parameters) ? mapGet(parameters, name) : undefined;
    if (value !== undefined) return value;
  }
  return "";
}

/** A payload that cannot be parsed is the client's fault: the service answers 400, not 500 as for all other exceptions. */
function parsePayload(body: string): Value {
  try {
    return parseJson(body);
  } catch (error) {
    throw error instanceof JavaException ? new JavaException(INVALID_PAYLOAD, error.message) : error;
  }
}

/**
 * What a JSONPath leads to; undefined when it leads nowhere. All paths read, and may change, one parsed document.
 * Throws ParseException, InvalidPathException and IllegalArgumentException.
 */
export function readPath(input: InputRoot, path: string | null): Value | undefined {
  const document = input.document();
  if (path === null) throw new JavaException("java.lang.IllegalArgumentException", "json can not be null or empty");
  return compilePath(path).read(document);
}

/** `$input.path` gives null for a path that leads nowhere; `$input.json` prints `""`, with its quotes, as for null. */
const inputMethods: MethodTable<InputRoot> = methodTable<InputRoot>({
  getBody: method([], (self) => self.body),
  json: method(["String"], (self, path) => toJson(readPath(self, path) ?? "")),
  params: [method([], (self) => self.parameters()), method(["String"], (self, name) => self.parameter(name))],
  path: method(["String"], (self, path) => readPath(self, path) ?? null),
});

function parameterMaps(event: TemplateEvent): JavaMap {
  const maps = newMap();
  mapFill(maps, "path", lastValues(event.path));
  mapFill(maps, "querystring", lastValues(event.querystring));
  mapFill(maps, "header", lastValues(event.headers));
  return maps;
}

/** The service shows the last value of what was sent several times. */
export function lastValues(parameters: MultiValueParameters | undefined): JavaMap {
  const map = newMap();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    mapFill(map, name, importData(Array.isArray(value) ? value.at(-1) : value));
  }
  return map;
}
