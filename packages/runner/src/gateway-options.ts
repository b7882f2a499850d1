import type { AuthorizerStandIn } from "./authorizer/stand-in.js";
import type { Backend } from "./integration/backend.js";
import type { Step } from "./pipeline/invocation.js";
import type { CompileTemplate } from "./template/prepared-template.js";

/** What a gateway needs of the world around it, and what stands in for the rest of AWS. */
export interface GatewayOptions {
  /** Asked in turn; the first that answers a request is the integration's backend. */
  readonly backends?: readonly Backend[];
  /** Milliseconds since 1970; default `Date.now`. */
  readonly clock?: () => number;
  /** From 0 to 1, for ids; default `Math.random`. */
  readonly random?: () => number;
  /** Instead of the functions and user pools of the definition, by the authorizer's name; `AWS_IAM` too. */
  readonly authorizers?: Readonly<Record<string, AuthorizerStandIn>>;
  /** The keys that are accepted; any key is, if they are not given. */
  readonly apiKeys?: readonly ApiKey[];
  /** Default `us-east-1`. */
  readonly region?: string;
  /** Twelve digits; default `123456789012`. */
  readonly accountId?: string;
  /** Instead of the compiler, for those who count or watch what templates do; default `compile`. */
  readonly compile?: CompileTemplate;
  /** Called after each step, in the order of the pipeline. Steps are then told as they happen, which takes time. */
  readonly onStep?: (step: Step, requestId: string) => void;
}

export interface ApiKey {
  readonly id: string;
  readonly value: string;
}

/** The options with their defaults filled in. */
export interface GatewaySettings {
  readonly backends: readonly Backend[];
  readonly clock: () => number;
  readonly random: () => number;
  readonly authorizers: Readonly<Record<string, AuthorizerStandIn>>;
  readonly apiKeys: readonly ApiKey[] | undefined;
  readonly region: string;
  readonly accountId: string;
  readonly onStep: GatewayOptions["onStep"];
}

export function settingsOf(options: GatewayOptions): GatewaySettings {
  return {
    backends: options.backends ?? [],
    clock: options.clock ?? Date.now,
    random: options.random ?? Math.random,
    authorizers: options.authorizers ?? {},
    apiKeys: options.apiKeys,
    region: options.region ?? "us-east-1",
    accountId: options.accountId ?? "123456789012",
    onStep: options.onStep,
  };
}
