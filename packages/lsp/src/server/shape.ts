import { URI } from "vscode-uri";

/** Checks what a client sent: gives the path of a part that is of the wrong kind, beginning with `at`, or nothing. */
export type Shape = (value: unknown, at: string) => string | undefined;

const when =
  (fits: (value: unknown) => boolean): Shape =>
  (value, at) =>
    fits(value) ? undefined : at;

export const anything: Shape = () => undefined;
export const text: Shape = when((value) => typeof value === "string");
/** Lines and columns: what is no such number makes offsets of which nobody knows where they lead. */
export const count: Shape = when((value) => Number.isInteger(value) && (value as number) >= 0);
export const countUpTo = (most: number): Shape =>
  when((value) => count(value, "") === undefined && Number(value) <= most);
/** Half of a surrogate pair cannot be written as a URI again. */
export const uri: Shape = when((value) => {
  try {
    return typeof value === "string" && !/\p{Cs}/u.test(value) && URI.parse(value) !== undefined;
  } catch {
    return false;
  }
});
export const integer: Shape = when(Number.isInteger);

export const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined ? undefined : shape(value, at);

/** What the protocol lets be null as well as absent. */
export const nullable =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined || value === null ? undefined : shape(value, at);

export const list =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return at;
    for (const [index, item] of value.entries()) {
      const wrong = shape(item, `${at}[${index}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

/** Other members may be there. */
export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return at;
    for (const [name, shape] of Object.entries(members)) {
      const member = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
      const wrong = shape(member, `${at}.${name}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
