import type { Command } from "commander";
import { collect } from "../../options/collect.js";

/** Gives a command the options that say how an API is read and what stands around it. */
export function addGatewayOptions(command: Command): Command {
  return command
    .optionsGroup("API:")
    .option("--api <name>", "the API, where the files declare several")
    .option("--parameter <name=value>", "a parameter or variable of the definition; may be repeated", collect)
    .option("--stage-var <name=value>", "a stage variable; may be repeated", collect)
    .optionsGroup("Integrations:")
    .option("--stub <file>", "answers in the place of integrations, as JSON or YAML; - for stdin")
    .option("--record <file>", "write what integrations answer to a file that --stub reads")
    .option("--function <name=file>", "the module of a Lambda function, FILE#EXPORT for another export", collect)
    .option(
      "--table <name=keys>",
      "a DynamoDB table: Orders=id or Orders=pk,sk:N; or a file that declares some",
      collect,
    )
    .option("--items <file>", "items of DynamoDB tables, as JSON or YAML: a map from table to list; - for stdin")
    .option("--endpoint <service=url>", "an emulator that requests to a service of AWS go to; may be repeated", collect)
    .option("--allow-aws <service>", "really ask this service of AWS, with the account of AWS_ACCESS_KEY_ID", collect)
    .optionsGroup("Callers:")
    .option("--claim <name=value>", "a claim of the caller, as Cognito authorizers see it; may be repeated", collect)
    .option("--authorizer <name=file>", "what an authorizer answers: {claims}, or {principalId, context}", collect)
    .option("--api-key <value>", "an API key that is accepted; without the option any is", collect);
}
