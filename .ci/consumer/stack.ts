import { LambdaIntegration } from "aws-cdk-lib/aws-apigateway";

export const integration = new LambdaIntegration(handler, {
  proxy: false,
  requestTemplates: { "application/json": `{"id": $input.json('$.id')}` },
});
