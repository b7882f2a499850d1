import type { TemplateHost } from "../../found-template.js";
import type { TemplateSearch } from "../../template-search.js";
export async function findInCdk(_search: TemplateSearch, _format: string, _host: TemplateHost): Promise<void> {}
