import type { TemplateHost } from "../../found-template.js";
import type { TemplateSearch } from "../../template-search.js";
export async function findInTerraform(_search: TemplateSearch, _host: TemplateHost): Promise<void> {}
