import type { SourceLocation } from "./terminal/problem.js";

interface FailureDetails {
  /** What the user can do about it. */
  readonly hint?: string | undefined;
  /** Where in an input the problem is. */
  readonly location?: SourceLocation;
  readonly cause?: unknown;
}

/** A problem that the user can solve; ends the command with exit code 2 and never with a stack trace. */
class Failure extends Error {
  readonly hint: string | undefined;
  readonly location: SourceLocation | undefined;
  constructor(message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.hint = details.hint;
    this.location = details.location;
  }
}

/** The command line asks for something impossible. */
export class UsageError extends Failure {}

/** A file or stdin cannot be read, written or understood. */
export class InputError extends Failure {}
