import type { IntegrationResponse, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import { entryOf } from "../../tree/lookup.js";
import { BARE_INTEGRATION, BARE_METHOD } from "../bare-route.js";
import { readIntegration, readIntegrationResponse } from "../read-integration.js";
import { readMethodSettings, readPublic, readRequestModels } from "../read-resource.js";
import { type Block, bodyOf, nameOf, type TerraformBlocks } from "./terraform-blocks.js";
import { TerraformPaths } from "./terraform-paths.js";

const METHOD = "aws_api_gateway_method";
const INTEGRATION = "aws_api_gateway_integration";
const INTEGRATION_RESPONSE = "aws_api_gateway_integration_response";

/** What methods are made of; a module may have some, whose method is another's. */
export const METHOD_PARTS = [METHOD, INTEGRATION, INTEGRATION_RESPONSE] as const;

/** The methods of a module's APIs, which each stand in several resources. */
export class TerraformMethods {
  private readonly paths: TerraformPaths;
  /** Blocks of a type by the method that they are about, in both ways to say which that is. */
  private readonly byMethod = new Map<string, ReadonlyMap<string, readonly Block[]>>();
  private readonly claimed = new Set<Block>();

  constructor(
    private readonly blocks: TerraformBlocks,
    private readonly evaluation: Evaluation,
  ) {
    this.paths = new TerraformPaths(blocks, evaluation);
  }

  /** `api` is the address that `rest_api_id` leads to. */
  of(api: string | undefined): Route[] {
    return this.blocks
      .ofType(METHOD)
      .filter((method) => this.blocks.apiOf(method) === api)
      .flatMap((method) => this.read(method));
  }

  /** An API's integrations whose methods are declared elsewhere, and responses of such, once the methods have been read. */
  withoutMethod(api: string | undefined): Route[] {
    const unclaimed = (type: string): Block[] =>
      this.blocks.ofType(type).filter((block) => !this.claimed.has(block) && this.blocks.apiOf(block) === api);
    const routeOf = (block: Block) => ({
      ...UNKNOWN_METHOD,
      path: this.paths.of(block),
      httpMethod: this.methodOf(block) ?? "",
    });
    const integrations = unclaimed(INTEGRATION).map((block) => ({
      ...routeOf(block),
      ...this.readIntegration(block, this.keysOf(block)),
    }));
    const responses = unclaimed(INTEGRATION_RESPONSE).map((block) => ({
      ...routeOf(block),
      unknownIntegration: { ...BARE_INTEGRATION, responses: this.readResponses([block]) },
    }));
    return [...integrations, ...responses];
  }

  private read(method: Block): Route[] {
    const body = bodyOf(method, this.evaluation);
    for (const key of ["for_each", "count"]) {
      const found = body.get(key);
      if (found === undefined) continue;
      const message = `${key} of ${method.address} is not evaluated here; the method is there once`;
      this.evaluation.report("definition-unsupported", found, message);
    }
    const isInspected = this.evaluation.policy === "inspect";
    const httpMethod = this.methodOf(method) ?? (isInspected ? "" : "ANY");
    const keys = [method.address, `${this.paths.resourceOf(method)} ${httpMethod}`];
    const integrations = this.about(INTEGRATION, keys);
    const validator = this.blocks.referred(method, "request_validator_id");
    const responses = this.about("aws_api_gateway_method_response", keys).map((block) =>
      bodyOf(block, this.evaluation),
    );
    const route: Route = {
      path: this.paths.of(method),
      httpMethod,
      place: body.place,
      ...readMethodSettings(body, validator && bodyOf(validator, this.evaluation), responses),
      ...this.authorization(method, body),
      requestModels: this.models(body),
    };
    if (integrations.length === 0) {
      const message = `${method.address} has no ${INTEGRATION}; calling it is a configuration error, 500`;
      this.evaluation.report("definition-not-valid", body, message);
      return [route];
    }
    // With `count` there may be several, of which a deployment has one.
    return integrations
      .slice(0, isInspected ? integrations.length : 1)
      .map((integration) => ({ ...route, ...this.readIntegration(integration, keys) }));
  }

  private readIntegration(block: Block, keys: readonly string[]): Partial<Route> {
    this.claimed.add(block);
    // The resource's own `http_method` is the method's, not the integration's.
    const own = entryOf(block.body, "http_method");
    const entries = block.body.entries.filter((entry) => entry !== own);
    const body = bodyOf({ ...block, body: { ...block.body, entries } }, this.evaluation);
    const responses = this.readResponses(this.about(INTEGRATION_RESPONSE, keys));
    return readIntegration(body, { httpMethod: body.get("integration_http_method")?.text(), responses });
  }

  private readResponses(blocks: readonly Block[]): IntegrationResponse[] {
    return blocks.flatMap((block) => {
      this.claimed.add(block);
      return readIntegrationResponse(bodyOf(block, this.evaluation)) ?? [];
    });
  }

  /** The blocks of a type that are about a method, by any of its keys. */
  private about(type: string, keys: readonly string[]): Block[] {
    const known = this.byMethod.get(type) ?? this.index(type);
    this.byMethod.set(type, known);
    return [...new Set(keys.flatMap((key) => known.get(key) ?? []))];
  }

  private index(type: string): ReadonlyMap<string, readonly Block[]> {
    const found = new Map<string, Block[]>();
    for (const block of this.blocks.ofType(type)) {
      for (const key of this.keysOf(block)) found.set(key, [...(found.get(key) ?? []), block]);
    }
    return found;
  }

  /** `http_method = aws_api_gateway_method.x.http_method` names it; else its resource and HTTP method do. */
  private keysOf(block: Block): string[] {
    const named = this.methodNamedBy(block);
    const [resource, method] = [this.paths.resourceOf(block), this.methodOf(block)];
    // What each round of `for_each` fills in says of no two blocks that they mean the same method.
    const isKnown = resource !== undefined && method !== undefined && !/\bEACH\./.test(method);
    const described = isKnown ? [`${resource} ${method}`] : [];
    return named === undefined ? described : [named, ...described];
  }

  /** The method that `http_method` leads to, by way of responses and integrations of the same method. */
  private methodNamedBy(block: Block): string | undefined {
    return this.blocks.throughOthers(block, "http_method", METHOD);
  }

  private methodOf(block: Block): string | undefined {
    return bodyOf(block, this.evaluation).get("http_method")?.text()?.toUpperCase();
  }

  private authorization(method: Block, body: Declared): Pick<Route, "authorizer" | "isPublic"> {
    const type = body.get("authorization")?.text()?.toUpperCase();
    if (type === "AWS_IAM") return { authorizer: type };
    if (type === "NONE") return readPublic(body, "authorization");
    const authorizer = this.blocks.addressIn(method, "authorizer_id");
    return authorizer === undefined ? {} : { authorizer: nameOf(authorizer) };
  }

  private models(body: Declared): Record<string, unknown> {
    const modelNamed = (name: string): Declared | undefined => {
      const all = this.blocks.ofType("aws_api_gateway_model").map((block) => bodyOf(block, this.evaluation));
      return all.find((model) => model.get("name")?.text() === name)?.get("schema");
    };
    return readRequestModels(body, (_, model) => modelNamed(model.text() ?? ""), modelNamed);
  }
}

/** What is known of a method that another module declares. */
const UNKNOWN_METHOD = { ...BARE_METHOD, declaresMore: true } as const;
