/**
 * An OpenAPI document of a mock `/items/{id}`.
 * @param responseTemplate what it answers
 * @param method an operation of OpenAPI
 */
export const itemsApi = (responseTemplate: string, method = "get"): string => `openapi: 3.0.1
info: { title: items, version: "1" }
paths:
  /items/{id}:
    ${method}:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: ${JSON.stringify(responseTemplate)}
`;

/**
 * An OpenAPI document of `POST /orders`, which puts into DynamoDB, with a template in a block and one in quotes.
 * @param requestTemplate lines without indentation
 */
export const ordersApi = (requestTemplate: string): string => `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: aws
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        httpMethod: POST
        requestTemplates:
          application/json: |
${requestTemplate.replace(/^(?=.)/gm, " ".repeat(12))}
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: '{"ok": true}'
`;
