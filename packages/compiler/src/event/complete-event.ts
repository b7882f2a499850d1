/** An event with every field present. */
export interface CompleteEvent {
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly querystring: Readonly<Record<string, string | string[]>>;
  readonly path: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
}

export const EMPTY_EVENT: CompleteEvent = {
  body: null,
  headers: {},
  querystring: {},
  path: {},
  stageVariables: {},
  context: {},
};
