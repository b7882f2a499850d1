/** The options that `vtl serve` and `vtl invoke` share, as commander gives them. */
export interface GatewayFlags {
  readonly api?: string;
  readonly parameter?: readonly string[];
  readonly stageVar?: readonly string[];
  /** File, or `-`: answers in the place of integrations. */
  readonly stub?: string;
  /** File that the answers of integrations are written to. */
  readonly record?: string;
  /** `SERVICE=URL` each. */
  readonly endpoint?: readonly string[];
  readonly allowAws?: readonly string[];
  /** `NAME=FILE` or `NAME=FILE#EXPORT` each. */
  readonly function?: readonly string[];
  /** `NAME=HASH[:TYPE][,RANGE[:TYPE]]`, or a file with inputs of `CreateTable`, each. */
  readonly table?: readonly string[];
  /** File, or `-`: items by table. */
  readonly items?: string;
  /** `name=value` each. */
  readonly claim?: readonly string[];
  /** `NAME=FILE` each. */
  readonly authorizer?: readonly string[];
  readonly apiKey?: readonly string[];
}
