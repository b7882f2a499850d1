/** What a request may be. Whatever is left out has its default. */
export interface ProverAssumptions {
  /**
   * `json`: any JSON document, or nothing; members may be missing or of any type; numbers fit a double. `any-text`: any
   * text. Default: `json`.
   */
  readonly body: "json" | "any-text";
  /**
   * Path, query string and header parameters, which may also be missing. `any-text`: any text; `word`: letters, digits,
   * `-`, `.`, `_` and `~`. Default: `any-text`. Names of headers are what HTTP admits, names of path parameters words.
   */
  readonly parameters: "any-text" | "word";
  /**
   * What `$context.authorizer` holds, claims included, but for those that only the issuer of a token writes (`sub`, `exp`
   * and their like). Names are words. Default: `any-text`.
   */
  readonly authorizer: "any-text" | "word";
  /** Whether bodies fit the declared models, and required parameters are there and not empty. Default: `trusted`. */
  readonly models: "trusted" | "ignored";
}

/** What can be chosen for each. */
export const assumptionValues: { readonly [Name in keyof ProverAssumptions]: readonly ProverAssumptions[Name][] } = {
  body: ["json", "any-text"],
  parameters: ["any-text", "word"],
  authorizer: ["any-text", "word"],
  models: ["trusted", "ignored"],
};

export const defaultAssumptions: ProverAssumptions = {
  body: "json",
  parameters: "any-text",
  authorizer: "any-text",
  models: "trusted",
};
