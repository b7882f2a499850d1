/** A SAM file with three templates, and for each a sample that the others must not be shown with. */
export const booksFiles: Readonly<Record<string, string>> = {
  "books/template.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Description: Books

Resources:
  BooksTable:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
      KeySchema: [{ AttributeName: pk, KeyType: HASH }]

  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        info: { title: Books, version: "1" }
        paths:
          /books:
            post:
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:dynamodb:action/PutItem
                requestTemplates:
                  application/json: !Sub |
                    #set($body = $input.path('$'))
                    {
                      "TableName": "\${BooksTable}",
                      "Item": {
                        "pk": { "S": "BOOK#$context.requestId" },
                        "title": { "S": $input.json('$.title') },
                        "tags": { "L": [
                          #foreach($tag in $body.tags)
                          { "S": "$tag" }#if($foreach.hasNext),#end
                          #end
                        ] }
                      }
                    }
                responses:
                  default:
                    statusCode: "201"
                    responseTemplates:
                      application/json: |
                        { "consumed": $input.json('$.ConsumedCapacity.CapacityUnits') }
              responses:
                "201": { description: Created }
          /books/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:dynamodb:action/GetItem
                requestTemplates:
                  application/json: |
                    { "Key": { "pk": { "S": "BOOK#$input.params('id')" } } }
              responses:
                "200": { description: The book }
`,
  "books/template.post-books-request.sample.json": `{ "body": { "title": "Emma", "tags": ["novel", "1815"] } }\n`,
  "books/template.post-books-response-201.sample.json": `{ "body": { "ConsumedCapacity": { "CapacityUnits": 2.5 } } }\n`,
  "books/template.get-books-id-request.sample.json": `{ "path": { "id": "b-7" } }\n`,
};

/** A place in each template, its sample, and what that alone makes the template print. */
export const booksTemplates = [
  { at: '"title": { "S"', sample: "template.post-books-request", output: '"novel"', facts: "POST /books" },
  { at: '"consumed"', sample: "template.post-books-response-201", output: "2.5", facts: "POST /books" },
  { at: "#$input.params", sample: "template.get-books-id-request", output: "BOOK#b-7", facts: "GET /books/{id}" },
];
