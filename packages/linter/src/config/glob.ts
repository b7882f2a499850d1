import picomatch from "picomatch/posix";
import { rememberedByKey } from "../remembered.js";

/** How globs are read, here and on the command line; without `posix` the `!` of `[!0-9]` is one of the characters. */
export const GLOB_OPTIONS = { dot: true, posix: true } as const;

/**
 * Whether a path (`/` between folders, relative to the configuration's folder) matches a glob of picomatch. A glob without
 * `/` matches a name in any folder; one that names a folder matches everything in it.
 */
export function matchesGlob(path: string, glob: string): boolean {
  return matcherOf(glob)(path);
}

const matcherOf = rememberedByKey((glob: string) => {
  const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  const anchored = trimmed.replace(/^\//, "");
  const globs = trimmed.includes("/") ? [anchored] : [anchored, `**/${anchored}`];
  return picomatch([...globs, ...globs.map((each) => `${each}/**`)], GLOB_OPTIONS);
});
