/** Run in a fresh process with a folder: reads its files and parses them as templates, which every linter has to do. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { thisBuild } from "./builds.mjs";

const { parse } = await import(thisBuild.compiler);
const [folder = ""] = process.argv.slice(2);
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), "utf8"));
