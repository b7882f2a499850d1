import { describeTemplate, type FoundTemplate } from "@apigw-vtl/definitions";

/** Longest name of a file, leaving room for a number and the extension in what file systems allow. */
const LONGEST_NAME = 120;

/**
 * Gives each template of a project the path of its own file: the host's path as a folder, then what the template does,
 * `api.yaml/post-orders.request.application-json.vtl`. Paths stay within the folder they are written to.
 */
export class ExtractedFileNames {
  readonly #taken = new Set<string>();

  nameOf(template: FoundTemplate): string {
    const { operation, kind, contentType } = describeTemplate(template);
    const parts = [operation, kind, contentType].map(slug).filter((part) => part !== "");
    const name = (parts.join(".") || "template").slice(0, LONGEST_NAME);
    const folder = (template.referredFrom ?? template.file).split("/").map(folderName).filter(Boolean).join("/");
    for (let number = 1; ; number++) {
      const path = `${folder}/${name}${number === 1 ? "" : `-${number}`}.vtl`;
      // File systems of macOS and Windows take names that differ in case only for the same.
      if (this.#taken.has(path.toLowerCase())) continue;
      this.#taken.add(path.toLowerCase());
      return path;
    }
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function folderName(name: string): string {
  if (name === "." || name === "") return "";
  return name === ".." ? "_" : name.replace(/[\\:*?"<>|]/g, "_");
}
