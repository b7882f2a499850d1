import type { Declared } from "../../source/declared.js";

/** What an event's `cors` says, with the framework's defaults. */
export interface EventCors {
  readonly declared: Declared;
  /** All that are allowed. */
  readonly origins: readonly string[];
  readonly allowsCredentials: boolean;
}

/** `undefined` for an event without CORS. */
export function readCors(event: Declared): EventCors | undefined {
  const declared = event.get("cors");
  if (declared === undefined || declared.isNull || declared.text() === "false") return undefined;
  const origins = declared.get("origins")?.list() ?? [];
  return {
    declared,
    origins: origins.length > 0 ? origins : [declared.get("origin")?.text() ?? "*"],
    allowsCredentials: declared.get("allowCredentials")?.isTrue() ?? false,
  };
}

/** The headers that every response has, as the mapping says them. */
export function corsHeaders({ allowsCredentials }: EventCors, origin: string): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": `'${origin}'`,
    ...(allowsCredentials && { "Access-Control-Allow-Credentials": "'true'" }),
  };
}
