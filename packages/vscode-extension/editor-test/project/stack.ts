import { AwsIntegration, type RestApi } from "aws-cdk-lib/aws-apigateway";

/** Notes, sent to a queue. */
export function addNotes(api: RestApi): void {
  const integration = new AwsIntegration({
    service: "events",
    action: "PutEvents",
    options: {
      requestTemplates: {
        "application/json": `#set($note = $input.path('$.note'))
{ "Entries": [{ "Detail": "$note.text", "author": "$note.author" }] }`,
      },
    },
  });
  api.root.addResource("notes").addMethod("POST", integration);
}
