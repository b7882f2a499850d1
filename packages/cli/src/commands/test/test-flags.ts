import type { ConfigurationFlags } from "../../options/configuration-options.js";
import type { SearchFlags } from "../../options/search-options.js";
import type { OutputFlags } from "../../reports/outputs.js";

/** The options of `vtl test` as commander gives them. */
export interface TestFlags extends ConfigurationFlags, Pick<SearchFlags, "ignorePattern">, OutputFlags {
  readonly name?: readonly string[];
  readonly bail?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly generate?: boolean;
  readonly passWithNoTests?: boolean;
  readonly verbose?: boolean;
  readonly coverage?: boolean;
  readonly coverageFormat?: readonly string[];
  readonly coverageDir?: string;
  /** `lines=90`, `branches=100`. */
  readonly threshold?: readonly string[];
}
