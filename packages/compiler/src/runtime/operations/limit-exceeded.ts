/** A limit of this engine, not of the service, ended the rendering. */
export class LimitExceeded extends Error {
  readonly code: "limit-output" | "limit-steps" | "limit-time" | "limit-regex" | "limit-depth";
  constructor(code: LimitExceeded["code"], message: string) {
    super(message);
    this.code = code;
  }
}
