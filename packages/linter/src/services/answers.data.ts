import type { Schema } from "../prover/values/json-schema.js";

/**
 * What AWS services answer, as JSON Schemas by service, as integration URIs name it. Only what is surely of a kind is
 * here: members that are not may be anything, and any member may be missing, as from an error's answer.
 */
export const serviceAnswers: Readonly<Record<string, NonNullable<Schema>>> = {
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
  states: object({
    executionArn: plain(),
    stateMachineArn: plain(),
    // Names may have neither quotes, backslashes nor control characters.
    name: plain(),
    status: { ...plain(), enum: ["SUCCEEDED", "FAILED", "TIMED_OUT", "RUNNING", "ABORTED", "PENDING_REDRIVE"] },
    startDate: number(),
    stopDate: number(),
    redriveCount: integer(),
    output: json(),
    input: json(),
    inputDetails: object({ included: boolean() }),
    outputDetails: object({ included: boolean() }),
    billingDetails: object({ billedDurationInMilliseconds: integer(), billedMemoryUsedInMB: integer() }),
    executions: list(
      object({ executionArn: plain(), stateMachineArn: plain(), name: plain(), status: plain(), startDate: number() }),
    ),
    taskToken: plain(),
    nextToken: plain(),
  }),
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
  sqs: object({
    SendMessageResponse: sendMessageResponse(),
    SendMessageBatchResponse: object({
      SendMessageBatchResult: object({
        SendMessageBatchResultEntry: list(sentMessage()),
        Successful: list(sentMessage()),
      }),
      ResponseMetadata: object({ RequestId: plain() }),
    }),
    ReceiveMessageResponse: object({
      ReceiveMessageResult: object({ messages: list(receivedMessage()), Messages: list(receivedMessage()) }),
      ResponseMetadata: object({ RequestId: plain() }),
    }),
    DeleteMessageResponse: object({ ResponseMetadata: object({ RequestId: plain() }) }),
    // With X-Amz-Target and application/x-amz-json-1.0.
    ...sentMessage().properties,
    Messages: list(receivedMessage()),
    QueueUrl: plain(),
    RequestId: plain(),
  }),
  // https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
  sns: object({
    PublishResponse: publishResponse(),
    SubscribeResponse: object({
      SubscribeResult: object({ SubscriptionArn: plain() }),
      ResponseMetadata: object({ RequestId: plain() }),
    }),
    RequestId: plain(),
  }),
  // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
  kinesis: object({
    ShardId: plain(),
    SequenceNumber: plain(),
    EncryptionType: plain(),
    ShardIterator: plain(),
    NextShardIterator: plain(),
    MillisBehindLatest: integer(),
    FailedRecordCount: integer(),
    HasMoreStreams: boolean(),
    StreamNames: list(plain()),
    Records: list(
      object({
        ShardId: plain(),
        SequenceNumber: plain(),
        ErrorCode: plain(),
        EncryptionType: plain(),
        Data: base64(),
        ApproximateArrivalTimestamp: number(),
      }),
    ),
    StreamDescription: object({
      StreamName: plain(),
      StreamARN: plain(),
      StreamStatus: plain(),
      HasMoreShards: boolean(),
      RetentionPeriodHours: integer(),
    }),
  }),
  // https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html
  firehose: object({
    RecordId: plain(),
    Encrypted: boolean(),
    FailedPutCount: integer(),
    RequestResponses: list(object({ RecordId: plain(), ErrorCode: plain() })),
  }),
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
  events: object({ FailedEntryCount: integer(), Entries: list(object({ EventId: plain(), ErrorCode: plain() })) }),
  // https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html: names have letters, digits, - and _.
  batch: object({ jobArn: plain(), jobId: plain(), jobName: plain() }),
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
  dynamodb: object({
    Item: attributes(),
    Attributes: attributes(),
    LastEvaluatedKey: attributes(),
    Items: list(attributes()),
    Count: integer(),
    ScannedCount: integer(),
    ConsumedCapacity: object({ TableName: plain(), CapacityUnits: number() }),
  }),
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html
  kms: object({ CiphertextBlob: base64(), Plaintext: base64(), KeyId: plain(), EncryptionAlgorithm: plain() }),
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AuthenticationResultType.html
  "cognito-idp": object({
    AuthenticationResult: object({
      AccessToken: plain(),
      IdToken: plain(),
      RefreshToken: plain(),
      TokenType: plain(),
      ExpiresIn: integer(),
    }),
    ChallengeName: plain(),
    Session: plain(),
    UserConfirmed: boolean(),
    UserSub: plain(),
  }),
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
  secretsmanager: object({ ARN: plain(), VersionId: plain(), CreatedDate: number(), SecretBinary: base64() }),
};

/** Names that tell the service, for answers of which nobody says whose they are. */
export const answersByName: NonNullable<Schema> = object({
  executionArn: plain(),
  stateMachineArn: plain(),
  SendMessageResponse: sendMessageResponse(),
  PublishResponse: publishResponse(),
  Item: likelyAttributes(),
  Attributes: likelyAttributes(),
  Items: list(likelyAttributes()),
});

/** Identifiers, times, ARNs and codes: neither quotes, backslashes nor control characters. */
function plain() {
  return { type: "string", pattern: "^[A-Za-z0-9._~:/@{}+*,();= #|-]*$" } as const;
}

function base64() {
  return { type: "string", pattern: "^[A-Za-z0-9+/=]*$" } as const;
}

/** A JSON document as a text. */
function json() {
  return { type: "string", contentMediaType: "application/json" } as const;
}

/** A number as a text, without leading zeros. */
function numberText() {
  return { type: "string", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$" } as const;
}

function number() {
  return { type: "number" } as const;
}

function integer() {
  return { type: "integer" } as const;
}

function boolean() {
  return { type: "boolean" } as const;
}

function list(items: NonNullable<Schema>) {
  return { type: "array", items } as const;
}

function object<Properties extends Readonly<Record<string, unknown>>>(properties: Properties) {
  return { type: "object", properties } as const;
}

function sendMessageResponse() {
  return object({ SendMessageResult: sentMessage(), ResponseMetadata: object({ RequestId: plain() }) });
}

function publishResponse() {
  const result = object({ MessageId: plain(), SequenceNumber: plain() });
  return object({ PublishResult: result, ResponseMetadata: object({ RequestId: plain() }) });
}

function sentMessage() {
  return object({
    MessageId: plain(),
    Id: plain(),
    MD5OfMessageBody: plain(),
    MD5OfMessageAttributes: plain(),
    MD5OfMessageSystemAttributes: plain(),
    SequenceNumber: plain(),
  });
}

function receivedMessage() {
  return object({ MessageId: plain(), ReceiptHandle: plain(), MD5OfBody: plain() });
}

/** A map from attribute names to attribute values, which hold maps and lists of attribute values. */
function attributes(): NonNullable<Schema> {
  return attributesOf({ type: "object" });
}

/** The same by its names alone: what has them is likely such a map, but that is not sure. */
function likelyAttributes(): NonNullable<Schema> {
  return attributesOf({});
}

function attributesOf(map: NonNullable<Schema>): NonNullable<Schema> {
  const members: Record<string, NonNullable<Schema>> = {
    S: { type: "string" },
    N: numberText(),
    BOOL: boolean(),
    NULL: boolean(),
    B: base64(),
    SS: list({ type: "string" }),
    NS: list(numberText()),
    BS: list(base64()),
  };
  const value = { ...map, properties: members };
  members.M = { ...map, additionalProperties: value };
  members.L = list(value);
  return { ...map, additionalProperties: value };
}
