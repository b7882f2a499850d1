import type { TextRange } from "@apigw-vtl/definitions";

/** What a test file says. */
export interface TestFile {
  /** The file that its templates are in, relative to it; by default the one that its name tells. */
  readonly subject: string | undefined;
  /** Values that only the deployment knows, as `vtl invoke --parameter` takes them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
  /** All of them errors: a test that is read in part would pass for what it does not check. */
  readonly problems: readonly TestFileProblem[];
}

export interface TestFileProblem extends TextRange {
  readonly message: string;
  readonly hint?: string;
}

export type TestCase = TemplateCase | GatewayCase;

interface AnyCase {
  readonly name: string;
  /** Where in the test file it stands. */
  readonly range: TextRange;
}

/** A template, an event, and what it prints. */
export interface TemplateCase extends AnyCase {
  readonly kind: "template";
  /** Which template of the file, as `templatesAt` takes it; it may be left out where there is one. */
  readonly address: string;
  readonly event: EventSource;
  /** JSON text that is laid over the event. */
  readonly overlay: string | undefined;
  /** The body of the integration's answer, which a response template reads in place of the request's. */
  readonly answer: string | undefined;
  readonly expected: TemplateExpectation | undefined;
}

/** A request, what the integration answers, what it was sent, and what the client gets. */
export interface GatewayCase extends AnyCase {
  readonly kind: "gateway";
  readonly request: RequestSource;
  /** A stub file as JSON text; see `readStubFile`. */
  readonly answers: string;
  readonly sent: MessageExpectation | undefined;
  readonly expected: MessageExpectation | undefined;
}

export type EventSource =
  /** Nothing in it but the sample of `$context`. */
  | { readonly kind: "empty" }
  | { readonly kind: "inline"; readonly json: string }
  | { readonly kind: "file"; readonly path: string; readonly range: TextRange }
  /** Made up of the declared model, or of what the template reads. */
  | { readonly kind: "model" };

export interface RequestSource {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Uint8Array;
  readonly sourceIp: string | undefined;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
}

/** A value of a test file: JSON text, or the file that has it. */
export type ExpectedValue =
  | { readonly kind: "inline"; readonly json: string; readonly range: TextRange }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly range: TextRange;
      /** What a missing file stands for. */
      readonly orElse?: string;
    };

/** What a text is held against; all that is given has to hold. */
export interface TextExpectation {
  /** The text, byte for byte. */
  readonly output?: ExpectedValue;
  /** The same JSON, whatever its layout and the order of its members. */
  readonly json?: ExpectedValue;
  /** JSON that has at least these members. */
  readonly subset?: ExpectedValue;
  readonly schema?: ExpectedValue;
  /** JavaScript's, found anywhere; a dot is any character. */
  readonly matches?: { readonly pattern: RegExp; readonly range: TextRange };
}

export interface TemplateExpectation extends TextExpectation {
  /** All that the template puts below `$context.requestOverride` and `$context.responseOverride`. */
  readonly overrides?: ExpectedValue;
  readonly error?: ExpectedError;
}

export interface ExpectedError {
  readonly range: TextRange;
  /** A code of the compiler; any if it is left out. */
  readonly code: string | undefined;
  /** What its message has to contain. */
  readonly message: string | undefined;
}

/** A request that is sent, or a response. */
export interface MessageExpectation extends TextExpectation {
  readonly range: TextRange;
  /** The body in Base64. */
  readonly base64?: ExpectedValue;
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  /** In any case and order; others may be there too. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
}
