import { dataEntries } from "../../facts/read-integration.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, intrinsic, valueAt } from "../../tree/lookup.js";
import { displayText, displayTexts, type TextContext } from "../../tree/node-text.js";

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly name: string;
  readonly type: string;
  readonly properties: HostNode | undefined;
}

/** The resources of a template and the references between them. */
export class ResourceGraph {
  readonly resources: readonly Resource[];
  private readonly byName: ReadonlyMap<string, Resource>;

  constructor(
    resources: HostNode,
    private readonly context: TextContext,
  ) {
    this.resources = dataEntries(resources).map(({ key, value }) => ({
      name: key,
      type: displayText(valueAt(value, "Type"), context) ?? "",
      properties: branches(valueAt(value, "Properties"))[0]?.node,
    }));
    this.byName = new Map(this.resources.map((resource) => [resource.name, resource]));
  }

  /** The resource that a `Ref` or `Fn::GetAtt` names. */
  referred(node: HostNode | undefined): Resource | undefined {
    const target = intrinsic(node, "Ref") ?? intrinsic(node, "Fn::GetAtt");
    const first = target?.kind === "list" ? target.items[0] : target;
    if (first?.kind !== "scalar") return undefined;
    return this.byName.get(String(first.value).split(".")[0]!);
  }

  /** The path of an `AWS::ApiGateway::Resource`; `undefined` where its parents lead out of the template. */
  pathOf(resourceId: HostNode | undefined): string | undefined {
    const parts: string[] = [];
    let current = resourceId;
    for (let steps = 0; steps < 64; steps++) {
      if (isRootResource(current)) return `/${parts.reverse().join("/")}`;
      const resource = this.referred(current);
      if (resource?.type === "AWS::ApiGateway::RestApi" || resource?.type === "AWS::Serverless::Api") {
        return `/${parts.reverse().join("/")}`;
      }
      const part = displayText(valueAt(resource?.properties, "PathPart"), this.context);
      if (part === undefined) return undefined;
      parts.push(part);
      current = valueAt(resource?.properties, "ParentId");
    }
    return undefined;
  }

  binaryMediaTypes(apiId: HostNode | undefined): string[] {
    return displayTexts(valueAt(this.referred(apiId)?.properties, "BinaryMediaTypes"), this.context);
  }

  /** The schema node of the model that a name or a reference means. */
  modelSchema(model: HostNode): HostNode | undefined {
    return valueAt(this.referred(model)?.properties, "Schema");
  }
}

function isRootResource(node: HostNode | undefined): boolean {
  const target = intrinsic(node, "Fn::GetAtt");
  if (target?.kind === "list") {
    const attribute = target.items[1];
    return attribute?.kind === "scalar" && attribute.value === "RootResourceId";
  }
  return target?.kind === "scalar" && String(target.value).endsWith(".RootResourceId");
}
