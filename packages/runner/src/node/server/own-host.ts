import { isIP } from "node:net";

/**
 * Whether a `Host` header names this server. A page of the internet can have its own name point to this machine (DNS
 * rebinding), and the browser then takes this server for that site: such a request has that name as its host. An address
 * has no name that could be pointed elsewhere.
 * @param names what the server was told to listen on and to answer to
 */
export function isOwnHost(host: string, names: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  if (isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost")) return true;
  return names.some((own) => own.toLowerCase() === name);
}

/** `localhost:3000` is `localhost`, `[::1]:3000` is `::1`. */
function hostName(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d+)?$/i.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}
