import type { ConfigurationFlags } from "../../configuration/configuration-flags.js";
import type { OutputFlags } from "../../reports/outputs.js";

/** The options of `vtl test` as commander gives them. */
export interface TestFlags extends ConfigurationFlags, OutputFlags {
  readonly name?: readonly string[];
  readonly bail?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly passWithNoTests?: boolean;
  readonly ignorePattern?: readonly string[];
  readonly verbose?: boolean;
}
