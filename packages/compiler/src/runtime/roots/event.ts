/** What the service knows about a request when it runs a template. */
export interface TemplateEvent {
  /** The raw payload. */
  readonly body?: string | null;
  readonly headers?: MultiValueParameters;
  readonly querystring?: MultiValueParameters;
  readonly path?: MultiValueParameters;
  readonly stageVariables?: Readonly<Record<string, unknown>>;
  /** What `$context` shows: strings, maps of them, and whatever else JSON can hold. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A list stands for a parameter that was sent several times. */
export type MultiValueParameters = Readonly<Record<string, string | readonly string[]>>;
