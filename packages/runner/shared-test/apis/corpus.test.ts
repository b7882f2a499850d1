import { readDefinition } from "@apigw-vtl/definitions";
import { type CorpusHost, corpusHosts, hasShared, loadGrammar, readShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";

/** What declares a method of a REST API. */
const METHODS =
  /x-amazon-apigateway-integration"?:|AWS::ApiGateway::Method|aws_api_gateway_method"|^ +- ?http: *(?:$|\w)|Type: Api$/m;

/** Files that do, and why there is no API in them all the same. */
const REFUSED: Readonly<Record<string, string>> = {
  "openapi/aws-samples__serverless-patterns__cdk-apigw-authorizer-sqs__tree.json": "a tree of CDK's constructs",
  "openapi/barneyparker__terraform-aws-api-gateway-open-api__modules__mock__mock.json":
    "a piece of a document, which Terraform puts together",
  "cfn/LambdaSharp__LambdaSharpTool__Modules__LambdaSharp.App.Api__Module.yml": "its API is in another module",
};

async function read({ file, text }: CorpusHost) {
  const path = `corpus/hosts/${file}`;
  const readFile = async (other: string): Promise<string | undefined> => {
    try {
      return readShared(other);
    } catch {
      return undefined;
    }
  };
  return readDefinition([{ path, text }], { readFile, loadGrammar });
}

describe.runIf(hasShared())("the corpus of real host files", () => {
  const files = hasShared() ? corpusHosts().filter(({ kind }) => kind !== "vtl-file") : [];

  it("is read as APIs wherever a file declares methods of one", async () => {
    const refused: string[] = [];
    for (const file of files) {
      const { definition, problems } = await read(file);
      const errors = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
      expect(definition === undefined, file.file).toBe(errors.length > 0);
      if (definition === undefined && METHODS.test(file.text)) refused.push(file.file);
    }
    expect(files.length).toBe(95);
    expect(refused).toEqual(Object.keys(REFUSED));
  });
});
