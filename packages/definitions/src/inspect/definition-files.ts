import type { TemplateHost } from "../found-template.js";
import { readTerraform, type TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { DefinitionFile, ParsedFile } from "../source/parse-file.js";
import { parseFile } from "../source/parse-file.js";

/** Files as they were parsed last: one that did not change is not parsed again. For as long as its owner likes. */
export class DefinitionFiles {
  private readonly parsed = new Map<string, { readonly text: string; readonly file: ParsedFile }>();

  private readonly modules = new Map<
    string,
    { readonly text: string; readonly document: Promise<TerraformDocument> }
  >();

  /** A YAML or JSON file. */
  parse({ path, text }: DefinitionFile): ParsedFile {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.file;
    const file = parseFile({ path, text });
    this.parsed.set(path, { text, file });
    return file;
  }

  /** A Terraform file, as a part of whatever module. */
  terraform(file: DefinitionFile, host: TemplateHost): Promise<TerraformDocument> {
    const known = this.modules.get(file.path);
    if (known?.text === file.text) return known.document;
    const document = readTerraform(file, host);
    this.modules.set(file.path, { text: file.text, document });
    // A grammar that could not be loaded may be there the next time.
    const isMissing = async (): Promise<boolean> =>
      (await document).problems.some(({ code }) => code === "grammar-unavailable");
    void isMissing().then((missing) => missing && this.modules.delete(file.path));
    return document;
  }
}
