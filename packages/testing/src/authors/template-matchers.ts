import type { TestEvent } from "./tested.js";

/** The matchers as `expect` has them, to declare them with. */
export interface TemplateMatchers {
  /** Prints the text, byte for byte; without one, that it renders. */
  toRender(event?: TestEvent, output?: string): Promise<void>;
  /** Prints this JSON, or JSON with at least these members. */
  toRenderJson(event: TestEvent | undefined, value: unknown, options?: { readonly subset?: boolean }): Promise<void>;
  /** Its output is right for every request that the method takes. */
  toBeProved(): Promise<void>;
}
