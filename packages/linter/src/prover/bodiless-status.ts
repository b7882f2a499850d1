/** Whether responses with a status have no body (RFC 9110), so that a template has nothing to print. */
export function hasNoBody(status: string): boolean {
  return status === "204" || status === "304";
}
