/** The claims of a JSON Web Token, as strings. Signatures are not checked: this is a stand-in. `undefined` for no token. */
export function claimsOf(token: string): Readonly<Record<string, string>> | undefined {
  const [, payload, signature] = token.replace(/^Bearer\s+/i, "").split(".");
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== "object" || claims === null || Array.isArray(claims)) return undefined;
    return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textOfClaim(value)]));
  } catch {
    return undefined;
  }
}

/** Groups are joined by commas. */
function textOfClaim(value: unknown): string {
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
