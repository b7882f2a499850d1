import { apiIdOf, type DeploymentAccount, functionArn } from "../deployment-account.js";

/** What `Ref` and `Fn::GetAtt` of a resource type give, from the resource's name. */
interface ResourceNames {
  /** The property that names the resource; its logical id does otherwise. */
  readonly nameProperty?: string;
  readonly ref: (name: string, account: DeploymentAccount) => string;
  readonly attributes: Readonly<Record<string, (name: string, account: DeploymentAccount) => string>>;
}

const name = (text: string): string => text;
const arn =
  (service: string, kind: string) =>
  (text: string, { partition, region, accountId }: DeploymentAccount): string =>
    `arn:${partition}:${service}:${region}:${accountId}:${kind}${text}`;

const table: ResourceNames = { nameProperty: "TableName", ref: name, attributes: { Arn: arn("dynamodb", "table/") } };
const lambda: ResourceNames = {
  nameProperty: "FunctionName",
  ref: name,
  attributes: { Arn: (text, account) => functionArn(account, text) },
};
const api: ResourceNames = {
  ref: apiIdOf,
  attributes: { RestApiId: apiIdOf, RootResourceId: (text) => apiIdOf(`${text} /`) },
};
const stateMachine = (nameProperty: string): ResourceNames => ({
  nameProperty,
  ref: arn("states", "stateMachine:"),
  attributes: { Arn: arn("states", "stateMachine:"), Name: name },
});
const queueUrl = (text: string, { region, accountId }: DeploymentAccount): string =>
  `https://sqs.${region}.amazonaws.com/${accountId}/${text}`;
const userPoolId = (text: string, { region }: DeploymentAccount): string => `${region}_${text}`;

const NAMES: ReadonlyMap<string, ResourceNames> = new Map([
  ["AWS::DynamoDB::Table", table],
  ["AWS::DynamoDB::GlobalTable", table],
  ["AWS::Serverless::SimpleTable", table],
  ["AWS::Lambda::Function", lambda],
  ["AWS::Serverless::Function", lambda],
  ["AWS::ApiGateway::RestApi", api],
  ["AWS::Serverless::Api", api],
  ["AWS::StepFunctions::StateMachine", stateMachine("StateMachineName")],
  ["AWS::Serverless::StateMachine", stateMachine("Name")],
  [
    "AWS::SQS::Queue",
    {
      nameProperty: "QueueName",
      ref: queueUrl,
      attributes: { Arn: arn("sqs", ""), QueueName: name, QueueUrl: queueUrl },
    },
  ],
  [
    "AWS::SNS::Topic",
    {
      nameProperty: "TopicName",
      ref: arn("sns", ""),
      attributes: { TopicArn: arn("sns", ""), TopicName: name },
    },
  ],
  ["AWS::Kinesis::Stream", { nameProperty: "Name", ref: name, attributes: { Arn: arn("kinesis", "stream/") } }],
  [
    "AWS::KinesisFirehose::DeliveryStream",
    { nameProperty: "DeliveryStreamName", ref: name, attributes: { Arn: arn("firehose", "deliverystream/") } },
  ],
  [
    "AWS::Events::EventBus",
    { nameProperty: "Name", ref: name, attributes: { Arn: arn("events", "event-bus/"), Name: name } },
  ],
  [
    "AWS::S3::Bucket",
    {
      nameProperty: "BucketName",
      ref: (text) => text.toLowerCase(),
      attributes: { Arn: (text, { partition }) => `arn:${partition}:s3:::${text.toLowerCase()}` },
    },
  ],
  [
    "AWS::IAM::Role",
    {
      nameProperty: "RoleName",
      ref: name,
      attributes: { Arn: (text, { partition, accountId }) => `arn:${partition}:iam::${accountId}:role/${text}` },
    },
  ],
  [
    "AWS::Cognito::UserPool",
    {
      ref: userPoolId,
      attributes: {
        Arn: (text, account) => arn("cognito-idp", "userpool/")(userPoolId(text, account), account),
      },
    },
  ],
]);

/** How resources of a type are called; `undefined` for those that only the deployment names. */
export function namesOf(type: string): ResourceNames | undefined {
  return NAMES.get(type);
}
