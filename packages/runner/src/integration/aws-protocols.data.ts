/** How a service is told which action is meant. */
export type AwsProtocol =
  /** `X-Amz-Target: PREFIX.Action`, and a JSON content type of its own. */
  | { readonly kind: "json"; readonly targetPrefix: string; readonly version: "1.0" | "1.1" }
  /** `Action=…&Version=…` in the query. */
  | { readonly kind: "query"; readonly version: string };

/** By the name in integration URIs; from the services' API references. */
export const AWS_PROTOCOLS: ReadonlyMap<string, AwsProtocol> = new Map<string, AwsProtocol>([
  ["dynamodb", { kind: "json", targetPrefix: "DynamoDB_20120810", version: "1.0" }],
  ["streams.dynamodb", { kind: "json", targetPrefix: "DynamoDBStreams_20120810", version: "1.0" }],
  ["states", { kind: "json", targetPrefix: "AWSStepFunctions", version: "1.0" }],
  ["kinesis", { kind: "json", targetPrefix: "Kinesis_20131202", version: "1.1" }],
  ["firehose", { kind: "json", targetPrefix: "Firehose_20150804", version: "1.1" }],
  ["events", { kind: "json", targetPrefix: "AWSEvents", version: "1.1" }],
  ["logs", { kind: "json", targetPrefix: "Logs_20140328", version: "1.1" }],
  ["ssm", { kind: "json", targetPrefix: "AmazonSSM", version: "1.1" }],
  ["secretsmanager", { kind: "json", targetPrefix: "secretsmanager", version: "1.1" }],
  ["kms", { kind: "json", targetPrefix: "TrentService", version: "1.1" }],
  ["cognito-idp", { kind: "json", targetPrefix: "AWSCognitoIdentityProviderService", version: "1.1" }],
  ["athena", { kind: "json", targetPrefix: "AmazonAthena", version: "1.1" }],
  ["ecs", { kind: "json", targetPrefix: "AmazonEC2ContainerServiceV20141113", version: "1.1" }],
  ["comprehend", { kind: "json", targetPrefix: "Comprehend_20171127", version: "1.1" }],
  ["rekognition", { kind: "json", targetPrefix: "RekognitionService", version: "1.1" }],
  ["sqs", { kind: "query", version: "2012-11-05" }],
  ["sns", { kind: "query", version: "2010-03-31" }],
  ["sts", { kind: "query", version: "2011-06-15" }],
  ["iam", { kind: "query", version: "2010-05-08" }],
  ["ec2", { kind: "query", version: "2016-11-15" }],
  ["cloudwatch", { kind: "query", version: "2010-08-01" }],
  ["monitoring", { kind: "query", version: "2010-08-01" }],
]);
