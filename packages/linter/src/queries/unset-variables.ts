import type { Reference } from "@apigw-vtl/compiler";
import type { RuleContext } from "../rule.js";
import { standsAlone } from "./holes.js";
import { loopRoots, type Scopes, serviceRoots } from "./scopes.js";

/** The name that a `#set` gives a value, also where the rest of it cannot be read. */
const setName = /#set\s*\(\s*\$!?\{?([A-Za-z_][\w-]*)\}?\s*=/g;

/** What has to be known of a template. */
interface Known extends Pick<RuleContext, "source" | "holes"> {
  readonly analysis: { readonly scopes: Scopes };
}

/** What may be said of variables that nothing in a template sets: gathered once, asked for each reference. */
export class UnsetVariables {
  readonly #context: Known;
  #mayHoldDirectives: boolean | undefined;
  #setNames: ReadonlySet<string> | undefined;
  #definedInAnyCase: ReadonlySet<string> | undefined;

  constructor(context: Known) {
    this.#context = context;
  }

  /**
   * Whether what sets a variable may be out of sight: in a text that the host fills in on lines of its own, or in a
   * `#set` that could not be read. A name that the host has a part in may be anything.
   */
  mayBeSetElsewhere({ name, range, formal }: Reference): boolean {
    const { source, holes } = this.#context;
    const end = formal ? range.end - 1 : range.end;
    if (holes.some((hole) => hole.start <= end && range.start < hole.end)) return true;
    this.#mayHoldDirectives ??= holes.some((hole) => standsAlone(hole, source));
    if (this.#mayHoldDirectives) return true;
    this.#setNames ??= new Set(Array.from(source.matchAll(setName), ([, setBefore]) => setBefore!));
    return this.#setNames.has(name);
  }

  /**
   * `${TableName}`: Velocity can read it, but CloudFormation, Terraform and others write their variables so, and a
   * template rarely does without need. A name that differs from a variable in case only is a mistake.
   */
  lookLikeHosts({ name, range, steps, formal }: Reference): boolean {
    const { source, analysis } = this.#context;
    const { definitions } = analysis.scopes;
    if (!formal || steps.length > 0 || source.startsWith("$!", range.start) || definitions.has(name)) return false;
    if (serviceRoots.has(name) || loopRoots.has(name)) return false;
    this.#definedInAnyCase ??= new Set(Array.from(definitions.keys(), (known) => known.toLowerCase()));
    return !this.#definedInAnyCase.has(name.toLowerCase());
  }
}
