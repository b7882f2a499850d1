/** What files are when a version is released; pure, so that a test can ask. */

const dependencyKinds = ["dependencies", "devDependencies"];

/**
 * A `package.json` at the new version, with the packages of this repository at that version too.
 * @param {string} text
 * @param {string} version
 */
export function releasedManifest(text, version) {
  const manifest = JSON.parse(text);
  manifest.version = version;
  for (const kind of dependencyKinds) {
    for (const name of Object.keys(manifest[kind] ?? {})) {
      if (name.startsWith("@apigw-vtl/")) manifest[kind][name] = version;
    }
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The changelog with what is unreleased under the version, and nothing unreleased.
 * @param {string} text
 * @param {string} version
 * @param {string} day `YYYY-MM-DD`
 */
export function releasedChangelog(text, version, day) {
  const heading = "## [Unreleased]\n";
  if (!text.includes(heading)) throw new Error("the changelog has no heading [Unreleased]");
  return text.replace(heading, () => `${heading}\n## [${version}] - ${day}\n`);
}
