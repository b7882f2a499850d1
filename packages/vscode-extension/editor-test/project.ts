import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The templates of `fixtures/` that the project has, and the SAM file of `project/`. */
const TEMPLATES = ["dynamodb-put-order", "lambda-request-event", "mock-health-check"];

export interface Project {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
}

/** A project as a user has it: a SAM file, and templates with their samples. */
export function createProject(folder: string): Project {
  mkdirSync(folder, { recursive: true });
  for (const name of TEMPLATES)
    cpSync(join(root, "fixtures/templates", name), join(folder, "templates", name), { recursive: true });
  cpSync(fileURLToPath(new URL("project/", import.meta.url)), folder, { recursive: true });
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
  };
}
