import { isTemplateFile } from "../host-format.js";

/** An event in a file of its own, and the files with what is expected for it; all names are of one folder. */
export interface NamedSample {
  readonly event: string;
  readonly label: string;
  readonly expected?: string;
}

/** Whose samples are looked for. */
export interface SampleOwner {
  /** The name of the file that holds the template, without its extension. */
  readonly stem: string;
  /** Which of several templates of the file it is, as `sampleRoleOf` gives it. */
  readonly role: string | undefined;
  /** Whether samples that name no template of the file are for this one: it is the only one. */
  readonly alone: boolean;
  /** Whether the template is a part of its file. */
  readonly embedded: boolean;
}

/**
 * The samples of a template among the files of its folder: `NAME.sample.json` and `NAME.LABEL.sample.json` with what is
 * expected in `NAME.LABEL.expected.EXT`, or `event.json` and `event-LABEL.json` with `expected-LABEL.EXT` for the one
 * template of a folder. Of a file with several templates each has its own, `NAME.ROLE.sample.json` and
 * `NAME.ROLE.LABEL.sample.json`.
 */
export function namedSamples(names: readonly string[], { stem, role, alone, embedded }: SampleOwner): NamedSample[] {
  const samples = [
    ...(role === undefined ? [] : besideTemplate(names, `${stem}.${role}`)),
    ...(alone ? besideTemplate(names, stem) : []),
    ...(embedded ? [] : forFolder(names)),
  ];
  return samples.filter((sample, i) => samples.findIndex(({ event }) => event === sample.event) === i);
}

/** `post-books-request`, `get-books-id-response-200`: a template's role or address in a file's name. */
export function sampleRoleOf(role: string): string {
  return (role.match(/[A-Za-z0-9]+/g) ?? []).join("-").toLowerCase();
}

/** `expected-2.out` has its overrides in `overrides-2.json`; a name of another form has none. */
export function overridesFileOf(expected: string): string | undefined {
  const name = expected.replace(/expected([^/]*)\.[^./]+$/, "overrides$1.json");
  return name === expected ? undefined : name;
}

function besideTemplate(names: readonly string[], stem: string): NamedSample[] {
  const samples = names.filter((name) => name.startsWith(`${stem}.`) && /\.sample\.(?:json|ya?ml)$/.test(name)).sort();
  return samples.map((event) => {
    const key = event.replace(/\.sample\.\w+$/, "");
    const label = key === stem ? stem : key.slice(stem.length + 1);
    const isExpected = (other: string) => other.startsWith(`${key}.expected.`) || other === `${key}.expected`;
    return sampleOf(event, label, names.find(isExpected));
  });
}

function forFolder(names: readonly string[]): NamedSample[] {
  // With more than one template nobody can say whose event it is.
  if (names.filter(isTemplateFile).length !== 1) return [];
  const samples = names.filter((name) => /^event(?:-[^.]+)?\.(?:json|ya?ml)$/.test(name)).sort(byLength);
  return samples.map((event) => {
    const label = event.replace(/\.\w+$/, "");
    const expected = label.replace(/^event/, "expected");
    return sampleOf(
      event,
      label,
      names.find((other) => other.replace(/\.\w+$/, "") === expected),
    );
  });
}

/** `event.json` comes before `event-2.json`. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function sampleOf(event: string, label: string, expected: string | undefined): NamedSample {
  return { event, label, ...(expected !== undefined && { expected }) };
}
