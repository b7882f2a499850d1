/** @import {Stage} from "../scripts/ci/run-stages.mjs" */

/** Suites share the cores among them: each has one worker, and several run side by side. */
const ONE_WORKER = ["--", "--maxWorkers=1"];

/**
 * All that must hold. What needs `../shared` is left out where that is missing, and what is left out is told.
 * @param {{hasShared: boolean}} world
 * @returns {{stages: Stage[], leftOut: string[]}}
 */
export function ciStages({ hasShared }) {
  const script = (name, ...args) => ["npm", "run", "--silent", name, ...args];
  const built = ["build"];
  /** @type {Stage[]} */
  const always = [
    // The first five fetch and unpack; the package manager takes one at a time.
    { name: "browser", command: [".ci/install-browser"], cores: 0 },
    { name: "install", command: ["npm", "ci", "--no-audit", "--no-fund"] },
    {
      name: "install what releases need",
      command: ["npm", "ci", "--prefix", "release", "--no-audit", "--no-fund"],
      cores: 0,
    },
    {
      name: "install the editors of pages",
      command: ["npm", "ci", "--prefix", "packages/lsp/browser-test/pages", "--no-audit", "--no-fund"],
      cores: 0,
    },
    {
      name: "install what the bench needs",
      command: ["npm", "ci", "--prefix", "bench", "--no-audit", "--no-fund"],
      cores: 0,
    },
    { name: "lint", command: script("lint"), after: ["install"] },
    { name: "types", command: script("typecheck"), after: ["install"] },
    {
      name: "types of the bench",
      command: ["npx", "tsc", "-b", "bench"],
      after: ["types", "install what the bench needs"],
    },
    { name: "build", command: script("build"), after: ["install"] },
    { name: "dead code", command: script("knip"), after: ["install"] },
    { name: "import direction", command: script("check:imports"), after: ["install"] },
    { name: "shape", command: script("check:shape"), after: ["install"] },
    {
      name: "heavy tests, 50,000 random edits among them",
      command: script("test:heavy", ...ONE_WORKER),
      env: { VTL_LSP_EDITS: "17000" },
      after: built,
      countsTests: true,
    },
    {
      name: "browser and editors",
      command: script("test:browser"),
      env: { CI: "true", ...(!hasShared && { VTL_VSCODE_HOST: "" }) },
      after: ["build", "install the editors of pages", hasShared ? "VS Code" : "browser"],
      countsTests: true,
    },
    { name: "packed command line", command: [".ci/smoke-test"], after: built },
    {
      name: "packed libraries",
      command: [".ci/check-packages"],
      // It writes type declarations, as the types do.
      after: ["build", "types", "install what releases need", "packed command line"],
    },
    {
      name: "JavaScript engines",
      command: ["node", "scripts/engines.mjs", "--ci"],
      after: ["install", "browser"],
    },
    {
      name: "language server over stdio",
      command: ["npm", "test", ...ONE_WORKER, "packages/lsp/src"],
      env: { VTL_LSP_TEST: "stdio" },
      after: built,
      countsTests: true,
    },
    { name: "tests", command: ["npm", "test", ...ONE_WORKER], after: built, countsTests: true },
    {
      name: "fixtures by vtl test",
      command: [
        "node",
        "packages/cli/bin/vtl.js",
        "test",
        "fixtures",
        "--coverage",
        "--threshold",
        "lines=100",
        "--threshold",
        "branches=99",
      ],
      after: built,
    },
    {
      name: "reports against published schemas",
      command: ["node", ".ci/check-reports.mjs"],
      after: ["build", "install what releases need"],
    },
  ];
  /** @type {Stage[]} */
  const withShared = [
    { name: "reference engine", command: [".ci/install-oracle"], after: ["browser"], cores: 0 },
    { name: "VS Code", command: [".ci/install-vscode-host"], after: ["browser"], cores: 0 },
    {
      name: "conformance and fuzz",
      command: script("test:shared", ...ONE_WORKER),
      after: ["build", "reference engine"],
      countsTests: true,
    },
  ];
  // The longest comes first, with what it waits for: what is short fills the gaps at the end.
  const stages = hasShared ? [...withShared, ...always] : always;
  // Whatever runs beside it takes caches and memory from what it measures.
  const bench = { name: "bench", command: script("bench", "--", "--quick"), cores: Number.POSITIVE_INFINITY };
  return {
    stages: [...stages, { ...bench, after: stages.map(({ name }) => name) }],
    leftOut: hasShared ? [] : withShared.map(({ name }) => name),
  };
}
