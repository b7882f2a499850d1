/** A limit of this engine, not of the service, ended the rendering. */
export class LimitExceeded extends Error {
  readonly code: "limit-output" | "limit-steps" | "limit-time" | "limit-regex" | "limit-depth";
  constructor(code: LimitExceeded["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a `Budget` of steps throws for a template that does too much, in these words. */
export const outOfSteps = (does: string) => (): LimitExceeded =>
  new LimitExceeded("limit-steps", `The template ${does} than the limit allows.`);
