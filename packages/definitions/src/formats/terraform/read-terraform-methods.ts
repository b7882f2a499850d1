import type { IntegrationResponse, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import { declaredHeaders, requestParameters } from "../cloudformation/read-methods.js";
import { readSchema } from "../json-schema.js";
import { readIntegration, readIntegrationResponse } from "../read-integration.js";
import { type Block, bodyOf, type TerraformBlocks } from "./terraform-blocks.js";

/** The methods of an API, which each stand in several resources. */
export class TerraformMethods {
  constructor(
    private readonly blocks: TerraformBlocks,
    private readonly evaluation: Evaluation,
  ) {}

  /** `api` is the address that `rest_api_id` leads to. */
  of(api: string): Route[] {
    return this.blocks
      .ofType("aws_api_gateway_method")
      .filter((method) => this.blocks.addressIn(method, "rest_api_id") === api)
      .flatMap((method) => this.read(method));
  }

  private read(method: Block): Route[] {
    const body = bodyOf(method, this.evaluation);
    for (const key of ["for_each", "count"]) {
      const found = body.get(key);
      if (found === undefined) continue;
      const message = `${key} of ${method.address} is not evaluated here; the method is there once`;
      this.evaluation.report("definition-unsupported", found, message);
    }
    const httpMethod = body.get("http_method")?.text()?.toUpperCase() ?? "ANY";
    const integration = this.sameMethod("aws_api_gateway_integration", method, httpMethod)[0];
    if (integration === undefined) {
      const message = `${method.address} has no aws_api_gateway_integration; calling it is a configuration error, 500`;
      this.evaluation.report("definition-not-valid", body, message);
    }
    const own = integration && bodyOf(integration, this.evaluation);
    const read =
      own &&
      readIntegration(own, {
        httpMethod: own.get("integration_http_method")?.text(),
        responses: this.integrationResponses(method, httpMethod),
      });
    const authorization = body.get("authorization")?.text()?.toUpperCase();
    const authorizer = authorization === "AWS_IAM" ? authorization : this.blocks.addressIn(method, "authorizer_id");
    const validator = this.blocks.referred(method, "request_validator_id");
    const checks = validator && bodyOf(validator, this.evaluation);
    return [
      {
        path: this.pathOf(method),
        httpMethod,
        place: body.place,
        apiKeyRequired: body.get("api_key_required")?.isTrue() ?? false,
        ...(authorizer !== undefined && { authorizer: authorizer.replace(/^[^.]*\./, "") }),
        authorizationScopes: body.get("authorization_scopes")?.list() ?? [],
        validator: {
          body: checks?.get("validate_request_body")?.isTrue() ?? false,
          parameters: checks?.get("validate_request_parameters")?.isTrue() ?? false,
        },
        requestParameters: requestParameters(body.get("request_parameters")),
        requestModels: this.models(body),
        methodResponses: this.sameMethod("aws_api_gateway_method_response", method, httpMethod).flatMap((block) => {
          const response = bodyOf(block, this.evaluation);
          const statusCode = response.get("status_code")?.text();
          if (statusCode === undefined) return [];
          return [{ statusCode, headers: declaredHeaders(response.get("response_parameters")) }];
        }),
        ...(read !== undefined && { integration: read }),
      },
    ];
  }

  /** Resources of a type that are about the same method of the same resource. */
  private sameMethod(type: string, method: Block, httpMethod: string): Block[] {
    return this.blocks.ofType(type).filter((block) => {
      const text = bodyOf(block, this.evaluation).get("http_method")?.text()?.toUpperCase();
      const direct = this.blocks.addressIn(block, "http_method") === method.address;
      return direct || (text === httpMethod && this.resourceOf(block) === this.resourceOf(method));
    });
  }

  private integrationResponses(method: Block, httpMethod: string): IntegrationResponse[] {
    return this.sameMethod("aws_api_gateway_integration_response", method, httpMethod).flatMap(
      (block) => readIntegrationResponse(bodyOf(block, this.evaluation)) ?? [],
    );
  }

  /** What `resource_id` leads to in the end: `resource_id = aws_api_gateway_method.x.resource_id` is allowed. */
  private resourceOf(block: Block): string | undefined {
    let address = this.blocks.addressIn(block, "resource_id");
    for (let steps = 0; steps < 16 && address !== undefined; steps++) {
      if (/^aws_api_gateway_(?:resource|rest_api)\./.test(address)) return address;
      address = this.blocks.addressIn(this.blocks.at(address), "resource_id");
    }
    return address;
  }

  private pathOf(method: Block): string {
    const parts: string[] = [];
    let address = this.resourceOf(method);
    for (let steps = 0; steps < 64 && address !== undefined; steps++) {
      if (!address.startsWith("aws_api_gateway_resource.")) break;
      const resource = this.blocks.at(address);
      if (resource === undefined) {
        parts.push(...this.unknownPath(address, method));
        break;
      }
      parts.push(bodyOf(resource, this.evaluation).get("path_part")?.text() ?? "");
      address = this.blocks.addressIn(resource, "parent_id");
    }
    return `/${parts.reverse().join("/")}`;
  }

  /** A resource of another file: its path is what the user says it is, or the root. */
  private unknownPath(address: string, method: Block): string[] {
    const given = this.evaluation.parameters.get(address);
    if (given !== undefined)
      return given
        .split("/")
        .filter((part) => part !== "")
        .reverse();
    const message = `${address} is not in these files; ${method.address} is taken to lie below the root of the API`;
    const hint = `name the folder of the whole module, or say --parameter '${address}=/v1/api'`;
    this.evaluation.report("definition-unresolved", bodyOf(method, this.evaluation), message, hint);
    return [];
  }

  private models(body: Declared): Record<string, unknown> {
    const modelNamed = (name: string): Declared | undefined => {
      const all = this.blocks.ofType("aws_api_gateway_model").map((block) => bodyOf(block, this.evaluation));
      return all.find((model) => model.get("name")?.text() === name)?.get("schema");
    };
    return Object.fromEntries(
      (body.get("request_models")?.entries() ?? []).flatMap(({ key, value }) => {
        const schema = modelNamed(value.text() ?? "");
        return schema === undefined ? [] : [[key, readSchema(schema, modelNamed)] as const];
      }),
    );
  }
}
