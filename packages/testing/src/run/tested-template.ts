import { type CompiledTemplate, compile, type DialectName, type Range } from "@apigw-vtl/compiler";
import { type FoundTemplate, type MappingTemplate, roleOf, toHostRange } from "@apigw-vtl/definitions";
import { type Alignment, aligned } from "./aligned.js";
import type { Place } from "./case-result.js";

/** A template of a file, compiled when a case first asks for it. */
export class TestedTemplate {
  readonly found: FoundTemplate;
  readonly dialect: DialectName;
  /** What Velocity reads: as deployed, where the definition tells, else with `<name>` for what only the deployment knows. */
  readonly text: string;
  readonly #alignment: Alignment;
  #compiled: CompiledTemplate | undefined;

  constructor(found: FoundTemplate, dialect: DialectName, deployed: MappingTemplate | undefined) {
    this.found = found;
    this.dialect = dialect;
    const alignment = deployed && aligned(found, deployed.text);
    this.text = alignment === undefined ? found.text : (deployed?.text ?? found.text);
    this.#alignment = alignment ?? ((range) => range);
  }

  /** `POST /orders request`; of a file that is the template the empty text. */
  get role(): string {
    return roleOf(this.found);
  }

  /** Throws a `VtlSyntaxError`. */
  get compiled(): CompiledTemplate {
    this.#compiled ??= compile(this.text, { dialect: this.dialect });
    return this.#compiled;
  }

  /** A part of the template in its file. */
  placeOf(range: Range): Place {
    const { file, segments } = this.found;
    return { file, range: toHostRange(segments, this.#alignment(range)) ?? { start: 0, end: 0 } };
  }
}
