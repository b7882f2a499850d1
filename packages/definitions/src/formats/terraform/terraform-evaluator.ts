import { filePath } from "../../hosts/terraform/hcl-expression.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Evaluator } from "../../source/evaluator.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostExpression, HostFileReference, HostNode } from "../../tree/host-node.js";
import { entryOf } from "../../tree/lookup.js";
import { rewriteText } from "../../tree/rewrite-text.js";
import { namesOf } from "../cloudformation/physical-names.js";
import { type DeploymentAccount, deploymentAccount, functionArn, invocationUri } from "../deployment-account.js";
import { type Block, nameOf, type TerraformBlocks } from "./terraform-blocks.js";

/** Terraform's resources under CloudFormation's names for their types, with the attribute that names them. */
const TYPES: ReadonlyMap<string, readonly [type: string, name: string]> = new Map([
  ["aws_dynamodb_table", ["AWS::DynamoDB::Table", "name"]],
  ["aws_lambda_function", ["AWS::Lambda::Function", "function_name"]],
  ["aws_sqs_queue", ["AWS::SQS::Queue", "name"]],
  ["aws_sns_topic", ["AWS::SNS::Topic", "name"]],
  ["aws_sfn_state_machine", ["AWS::StepFunctions::StateMachine", "name"]],
  ["aws_kinesis_stream", ["AWS::Kinesis::Stream", "name"]],
  ["aws_kinesis_firehose_delivery_stream", ["AWS::KinesisFirehose::DeliveryStream", "name"]],
  ["aws_cloudwatch_event_bus", ["AWS::Events::EventBus", "name"]],
  ["aws_s3_bucket", ["AWS::S3::Bucket", "bucket"]],
  ["aws_iam_role", ["AWS::IAM::Role", "name"]],
  ["aws_cognito_user_pool", ["AWS::Cognito::UserPool", "name"]],
  ["aws_api_gateway_rest_api", ["AWS::ApiGateway::RestApi", "name"]],
]);

const MOST_STEPS = 32;

/** Resolves variables, locals, and what resources say of each other. */
export class TerraformEvaluator implements Evaluator {
  private readonly account: DeploymentAccount;
  private readonly files = new Map<HostFileReference, Located>();
  /** Values made of others, by what they are made of. */
  private readonly made = new Map<HostNode, Located>();
  private depth = 0;

  constructor(
    private readonly blocks: TerraformBlocks,
    private readonly evaluation: Evaluation,
  ) {
    this.account = deploymentAccount(evaluation.parameters);
  }

  settle(located: Located): Located | undefined {
    let current = located;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const { node } = current;
      if (node.kind === "choice") {
        const [first] = node.branches;
        if (first === undefined) return undefined;
        const message = `the condition ${first.condition} is not evaluated here; it is taken to hold`;
        this.evaluation.report("definition-unsupported", current, message);
        current = { node: first.node, document: current.document };
      } else if (node.kind === "file") return this.file(node, current.document);
      else if (node.kind === "expression") {
        const found = this.target(node, current);
        if (found === undefined) return current;
        const isFilledIn = current.document.variables !== undefined;
        // JSON that is put into a document is a part of it, and no text.
        current = isFilledIn && found.node.kind === "json" ? { ...found, node: found.node.value } : found;
      } else return current;
    }
    return current;
  }

  /** Locals, variables, other blocks' attributes, and what `data.template_file` reads. */
  follow(located: Located): Located | undefined {
    const { node } = located;
    return node.kind === "expression" ? this.target(node, located) : located;
  }

  /** What an expression names, with what functions around it make of that: one value however often it is asked for. */
  private target(node: HostExpression, at: Located): Located | undefined {
    const known = this.made.get(node);
    if (known !== undefined) return known;
    const found = this.named(node.source, at);
    if (found === undefined || node.rewrites === undefined) return found;
    const { document } = found;
    const made = { document, node: rewriteText(found.node, node.rewrites, document.text) };
    this.made.set(node, made);
    return made;
  }

  expression(source: string, within: Located): string | undefined {
    if (this.depth > MOST_STEPS) return undefined;
    this.depth++;
    try {
      const found = this.named(source, within);
      return found && this.evaluation.declare(found.node, found.document)?.text();
    } finally {
      this.depth--;
    }
  }

  /** What an expression is where it stands: a file that `templatefile` reads knows its own variables only. */
  private named(expression: string, at: Located): Located | undefined {
    const name = expression.replace(/\s+/g, "");
    const { variables } = at.document;
    return variables === undefined ? this.resolve(name, at) : this.variable(name, variables);
  }

  private resolve(source: string, at: Located): Located | undefined {
    const given =
      this.evaluation.parameters.get(source) ?? this.evaluation.parameters.get(source.replace(/^var\./, ""));
    if (given !== undefined) return this.text(given, at);
    const value = this.blocks.valueOf(source, at);
    if (value !== undefined) return value;
    const rendered = this.rendered(source, at) ?? this.namedFile(source, at);
    if (rendered !== undefined) return rendered;
    const fromData = this.dataSource(source);
    if (fromData !== undefined) return this.text(fromData, at);
    const [, address, attribute] = /^((?:data\.)?\w+\.[\w-]+)(?:\[[^\]]*\])?\.(\w+)$/.exec(source) ?? [];
    const block = address === undefined ? undefined : this.blocks.at(this.blocks.addressFrom(address, at));
    if (block === undefined || attribute === undefined) return undefined;
    const declared = entryOf(block.body, attribute)?.value;
    if (declared !== undefined) return { node: declared, document: block.document };
    const made = this.madeAttribute(block, attribute);
    return made === undefined ? undefined : this.text(made, at);
  }

  /** A `template_file`: its file with the variables that it fills in. */
  private rendered(source: string, at: Located): Located | undefined {
    const [, address] = /^(data\.template_file\.[\w-]+)(?:\[[^\]]*\])?\.rendered$/.exec(source) ?? [];
    const block = address === undefined ? undefined : this.blocks.at(this.blocks.addressFrom(address, at));
    const node = block && entryOf(block.body, "template")?.value;
    if (block === undefined || node === undefined) return undefined;
    const { document } = block;
    if (node.kind !== "file") return { node, document };
    const known = this.made.get(node);
    if (known !== undefined) return known;
    const variables = entryOf(block.body, "vars")?.value;
    const interpolations = [...node.interpolations, "terraform" as const];
    const made = { node: { ...node, interpolations, ...(variables && { variables }) }, document };
    this.made.set(node, made);
    return made;
  }

  /** `file(var.template)`: a path that a call gives is one from the caller's folder, in which Terraform runs. */
  private namedFile(source: string, at: Located): Located | undefined {
    const [, name] = /^file\((?:"\$\{)?((?:var|local)\.[\w-]+)(?:\}")?\)$/.exec(source) ?? [];
    const value = name === undefined ? undefined : this.blocks.valueOf(name, at);
    const named = value && this.settle(value);
    const path = named && filePath(named.node);
    if (named === undefined || path === undefined) return undefined;
    const { node, document } = named;
    const known = this.made.get(node);
    if (known !== undefined) return known;
    const made: Located = {
      node: { kind: "file", path, interpolations: [], start: node.start, end: node.end },
      document,
    };
    this.made.set(node, made);
    return made;
  }

  /** What AWS gives a resource; names that this module does not set are the resource's own. */
  private madeAttribute(block: Block, attribute: string): string | undefined {
    const [type = "", nameAttribute = ""] = TYPES.get(block.type) ?? [];
    const names = namesOf(type);
    if (names === undefined) return undefined;
    const node = entryOf(block.body, nameAttribute)?.value;
    const name = (node && this.evaluation.declare(node, block.document)?.text()) ?? nameOf(block.address);
    if (attribute === nameAttribute) return name;
    if (attribute === "invoke_arn") return invocationUri(this.account, functionArn(this.account, name));
    const made = attribute === "arn" ? (names.attributes.Arn ?? names.attributes.TopicArn) : undefined;
    if (made !== undefined) return made(name, this.account);
    if (attribute === "root_resource_id") return names.attributes.RootResourceId?.(name, this.account);
    return attribute === "id" || attribute === "url" ? names.ref(name, this.account) : undefined;
  }

  private dataSource(source: string): string | undefined {
    if (/^data\.aws_region\.[\w-]+\.(?:name|id|region)$/.test(source)) return this.account.region;
    if (/^data\.aws_caller_identity\.[\w-]+\.account_id$/.test(source)) return this.account.accountId;
    return /^data\.aws_partition\.[\w-]+\.partition$/.test(source) ? this.account.partition : undefined;
  }

  /** One document however often it is asked for: what refers to it knows it again. */
  private file(node: HostFileReference, document: SourceDocument): Located | undefined {
    const known = this.files.get(node);
    if (known !== undefined) return known;
    const { path, interpolations, variables } = node;
    const read = this.evaluation.textFrom(path, { node, document });
    if (read === undefined) {
      const message = `${path} cannot be read; what it declares is missing`;
      this.evaluation.reportMissing(path, { node, document }, message);
      return undefined;
    }
    const filled = {
      interpolations: ["terraform"] as const,
      variables: { node: variables ?? { kind: "map" as const, entries: [], start: 0, end: 0 }, document },
    };
    const file: Located = {
      node: read.root,
      document: {
        ...read,
        ...(interpolations.includes("terraform") && filled),
        ...(interpolations.length > 0 && { wholeText: interpolations }),
      },
    };
    this.files.set(node, file);
    return file;
  }

  /** What a file that `templatefile` reads says by a name, or by `name.attribute`. */
  private variable(source: string, variables: Located): Located | undefined {
    const [name = "", ...keys] = source.split(".");
    const given = this.evaluation.declare(variables.node, variables.document)?.entry(name);
    return keys.reduce<Declared | undefined>((found, key) => found?.entry(key), given);
  }

  private text(value: string, { node: { start, end }, document }: Located): Located {
    const node: HostNode = { kind: "scalar", value, start, end };
    return new Declared(node, { ...document, interpolations: [] }, this.evaluation);
  }
}
