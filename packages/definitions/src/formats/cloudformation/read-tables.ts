import type { TableDefinition } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { plainValue } from "../../source/plain-value.js";
import type { TemplateResources } from "./template-resources.js";

/** The DynamoDB tables of a template; one without a name is called as its resource. */
export function readTables(resources: TemplateResources): TableDefinition[] {
  const tables = resources.ofType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");
  const simple = resources.ofType("AWS::Serverless::SimpleTable");
  return [
    ...tables.flatMap(({ name, properties }) => (properties === undefined ? [] : readTable(name, properties))),
    ...simple.map(({ name, properties }) => readSimpleTable(name, properties)),
  ];
}

function readTable(name: string, properties: Declared): TableDefinition[] {
  const keys = readKeys(properties.get("KeySchema"));
  if (keys.length === 0) {
    properties.evaluation.report(
      "definition-not-valid",
      properties,
      `the table ${name} has no KeySchema; it is left out`,
    );
    return [];
  }
  const attributes = properties.get("AttributeDefinitions")?.items() ?? [];
  return [
    {
      TableName: properties.get("TableName")?.text() ?? name,
      KeySchema: keys,
      AttributeDefinitions: attributes.map((attribute) => ({
        AttributeName: attribute.get("AttributeName")?.text() ?? "",
        AttributeType: attribute.get("AttributeType")?.text() ?? "S",
      })),
      ...readIndexes(properties, "GlobalSecondaryIndexes"),
      ...readIndexes(properties, "LocalSecondaryIndexes"),
    },
  ];
}

function readKeys(declared: Declared | undefined): TableDefinition["KeySchema"] {
  return (declared?.items() ?? []).map((key) => ({
    AttributeName: key.get("AttributeName")?.text() ?? "",
    KeyType: key.get("KeyType")?.text() ?? "HASH",
  }));
}

function readIndexes(
  properties: Declared,
  kind: "GlobalSecondaryIndexes" | "LocalSecondaryIndexes",
): Partial<TableDefinition> {
  const indexes = properties.get(kind)?.items() ?? [];
  if (indexes.length === 0) return {};
  return {
    [kind]: indexes.map((index) => {
      const projection = index.get("Projection");
      return {
        IndexName: index.get("IndexName")?.text() ?? "",
        KeySchema: readKeys(index.get("KeySchema")),
        Projection: projection === undefined ? { ProjectionType: "ALL" } : plainValue(projection),
      };
    }),
  };
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ["String", "S"],
  ["Number", "N"],
  ["Binary", "B"],
]);

function readSimpleTable(name: string, properties: Declared | undefined): TableDefinition {
  const key = properties?.get("PrimaryKey");
  const AttributeName = key?.get("Name")?.text() ?? "id";
  const AttributeType = TYPES.get(key?.get("Type")?.text() ?? "String") ?? "S";
  return {
    TableName: properties?.get("TableName")?.text() ?? name,
    KeySchema: [{ AttributeName, KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName, AttributeType }],
  };
}
