import type { ErrorObject, ValidateFunction } from "ajv-draft-04";
import { describeErrors } from "./describe-errors.js";
import { draft4 } from "./draft4.js";

/** What is wrong with a payload, in the words of the service's log; `undefined` for nothing. */
export type ModelValidator = (payload: unknown) => string | undefined;

const validators = new WeakMap<object, Promise<ModelValidator>>();

/** The validator of a model (JSON Schema draft 4), compiled once. Rejects with ajv's error for what is no schema. */
export function validatorOf(schema: object): Promise<ModelValidator> {
  let validator = validators.get(schema);
  if (validator === undefined) {
    validator = compileModel(schema);
    validators.set(schema, validator);
  }
  return validator;
}

async function compileModel(schema: object): Promise<ModelValidator> {
  // Only APIs that validate bodies pay for the library.
  const { default: exported } = await import("ajv-draft-04");
  // A bundle has the class itself, Node the CommonJS module around it.
  const Ajv = "default" in exported ? (exported.default as typeof exported) : exported;
  // Real models have patterns such as `[\w-_]`, which a regular expression with Unicode's rules refuses.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    validateFormats: false,
    logger: false,
    // A body without `constructor` has none, whatever JavaScript's objects inherit.
    ownProperties: true,
    // In binary 19.99 is no multiple of 0.01; the service's validator counts in decimals.
    multipleOfPrecision: 9,
  });
  const validate: ValidateFunction = ajv.compile(draft4(schema));
  return (payload) => {
    if (validate(payload)) return undefined;
    return describeErrors((validate.errors ?? []) as readonly ErrorObject[], payload);
  };
}
