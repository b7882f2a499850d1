export { assumptionValues, defaultAssumptions, type ProverAssumptions } from "./assumptions.js";
export type { OutputKind } from "./output-kind.js";
export type { FailingCall, ProofOutcome, ProofResult, Witness } from "./proof-result.js";
export { type ProveOptions, prove } from "./prove.js";
export { type RequestOptions, requestsFor } from "./requests-for.js";
export { type SampleEvent, sampleEvent } from "./sample-event.js";
