import type { TemplateFacts } from "@apigw-vtl/definitions";
import type { Origin } from "../projections/summary.js";

/** Types of DynamoDB's attribute values whose text has neither quotes nor backslashes. */
const plainAttribute = /\.(?:N|BOOL|B|NULL)$/;

/** A value below its type. */
const typed = /\.(?:S|N|B|BOOL|NULL|L|SS|NS|BS)$/;

/** Members of services' answers that hold identifiers, times and codes. */
const plainMembers: Readonly<Record<string, RegExp>> = {
  states: /^(?:executionArn|stateMachineArn|status|startDate|stopDate)$/,
  kinesis: /^(?:ShardId|SequenceNumber|EncryptionType)$/,
  firehose: /^RecordId$/,
  events: /^(?:FailedEntryCount|Entries\.[*\d]+\.(?:EventId|ErrorCode))$/,
  batch: /^(?:jobArn|jobId|jobName)$/,
};

/** Names that tell the service, where the host's facts do not. */
const telling = /^(?:executionArn|stateMachineArn|(?:SendMessage|Publish)Response\..*(?:RequestId|MessageId|MD5\w*))$/;

/**
 * Whether a part of the body is one that an AWS service writes in letters, digits and `:-_./+=`: in its answer, which a
 * response template has for a body.
 */
export function isPlainAnswer({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  if (root !== "body" || facts?.direction !== "response") return false;
  const { type, service } = facts.integration ?? {};
  if ((type !== undefined && type !== "AWS") || service === "lambda") return false;
  const name = path.join(".");
  if ((service === undefined || service === "dynamodb") && plainAttribute.test(name)) return true;
  return telling.test(name) || (service !== undefined && plainMembers[service]?.test(name) === true);
}

/** Items of DynamoDB, their attributes, which are maps from a type to a value, and what is in attributes of type M. */
const itemsAndAttributes =
  /^(?:Item|Attributes|LastEvaluatedKey|Items\.[^.]+)(?:\.[^.]+(?:\.M\.[^.]+|\.L\.[^.]+)*(?:\.M)?)?$/;

/** Whether a part of the body is sure to be an object: one of DynamoDB's in its answer. */
export function isAnswersObject({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  if (root !== "body" || facts?.direction !== "response" || facts.integration?.service !== "dynamodb") return false;
  const name = path.join(".");
  return itemsAndAttributes.test(name) && !typed.test(name);
}
