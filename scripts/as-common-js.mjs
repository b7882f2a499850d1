import { transform } from "esbuild";

/** CommonJS has no `import.meta.url`, which threads and assets are found by. */
const fileUrl = {
  define: { "import.meta.url": "vtlFileUrl" },
  banner: 'const vtlFileUrl=require("node:url").pathToFileURL(__filename).href;',
};

/**
 * An ES module as CommonJS. What it loads later it requires, since a test runner that runs CommonJS (jest) knows no dynamic
 * import.
 * @param {string} text of a module that esbuild has bundled
 * @returns {Promise<string>}
 */
export async function asCommonJs(text) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: "es2022",
    // Node's rules for the default of what is required, as in the ES module.
    sourcefile: "module.mjs",
    minify: true,
    supported: { "dynamic-import": false },
    ...(text.includes("import.meta.url") ? fileUrl : {}),
    legalComments: "none",
  });
  return code;
}
