/** The path and query of a request. */
export interface RequestTarget {
  /** Begins with `/`, still percent-encoded. */
  readonly path: string;
  /** What follows `?`, or nothing. */
  readonly queryString: string;
}

/** Reads what stands between method and version; undefined when that names no path (`*`, `host:port`). */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  // The form that proxies are asked with; servers must understand it too (RFC 9112, 3.2.2).
  const local = target.startsWith("/") ? target : target.replace(/^https?:\/\/[^/?]*(?=[/?]|$)/i, "");
  const question = local.indexOf("?");
  const path = question === -1 ? local : local.slice(0, question);
  const queryString = question === -1 ? "" : local.slice(question + 1);
  if (path === "" && local !== target) return { path: "/", queryString };
  return path.startsWith("/") ? { path, queryString } : undefined;
}

/** The path below `/STAGE`; undefined when it is elsewhere. */
export function pathBelowStage(path: string, stage: string): string | undefined {
  if (path === `/${stage}`) return "/";
  return path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : undefined;
}
