import { stringify } from "yaml";
import { VERSION } from "../../version.js";

/** The configuration of a project, as JSON with comments; `ignored` are paths from its folder. */
export function configText(ignored: readonly string[]): string {
  const globs = ignored.map((path) => `/${path.replace(/[\\*?[\](){}!+@|]/g, "\\$&")}`);
  const patterns = `,
  // Templates of AppSync, and pages of plain Velocity.
  "ignorePatterns": ${JSON.stringify(globs)}`;
  return `{
  "root": true,
  "extends": "vtl:recommended"${globs.length > 0 ? patterns : ""}
}
`;
}

/** What the project passes as it is set up. */
export interface Checks {
  readonly baseline?: string;
  readonly formatCheck: boolean;
}

/** What a workflow of GitHub's runs. */
export interface Workflow extends Checks {
  /** From the root of the repository; empty for the root. */
  readonly folder: string;
}

/** The words of `vtl` for these checks, in the workflow and on the machine of whoever sets it up. */
export function ciWords({ baseline, formatCheck }: Checks): string {
  const words = ["ci"];
  if (baseline !== undefined) words.push("--baseline", baseline);
  if (!formatCheck) words.push("--no-format-check");
  return words.join(" ");
}

const HEAD = `# Checks the mapping templates of this project: findings, proofs, layout, tests. All options: npx @apigw-vtl/cli ci --help
`;

/** A workflow that checks what is pushed and what is proposed. */
export function workflowText({ folder, ...checks }: Workflow): string {
  const job = {
    "runs-on": "ubuntu-latest",
    ...(folder !== "" && { defaults: { run: { "working-directory": folder } } }),
    steps: [
      { uses: "actions/checkout@v4" },
      { uses: "actions/setup-node@v4", with: { "node-version": 20 } },
      { run: `npx --yes @apigw-vtl/cli@${VERSION} ${ciWords(checks)}` },
    ],
  };
  const workflow = {
    name: "Mapping templates",
    on: ["push", "pull_request"],
    permissions: { contents: "read" },
    jobs: { vtl: job },
  };
  // A command stays on its line, where people look for it and edit it.
  const text = stringify(workflow, { lineWidth: 0 });
  return `${HEAD}${text}`;
}
