import { isPlainObject } from "@apigw-vtl/compiler";
import type { TableDefinition } from "@apigw-vtl/definitions";
import type { TableItems } from "@apigw-vtl/runner/node";
import { readStructured } from "../../documents/structured-document.js";
import { InputError, UsageError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import { parseAssignment } from "../../options/assignment.js";

const KEYS = /^([^,:]+)(?::([SNB]))?(?:,([^,:]+)(?::([SNB]))?)?$/;

/** Reads a `--table` flag: a table, or a file with some. Throws a `UsageError`. */
export function parseTable(text: string): TableDefinition | { readonly file: string } {
  return text.includes("=") ? fromKeys(text) : { file: text };
}

/** The tables of a plan with those of its files. Throws an `InputError`. */
export async function readTables(
  tables: readonly ReturnType<typeof parseTable>[],
  reader: InputReader,
): Promise<readonly TableDefinition[]> {
  const read = await Promise.all(tables.map((table) => ("file" in table ? fromFile(table.file, reader) : [table])));
  return read.flat();
}

/** `Orders=pk,sk:N`: a table with a partition key and perhaps a sort key, strings unless it says otherwise. */
function fromKeys(text: string): TableDefinition {
  const [TableName, keys] = parseAssignment("--table", text);
  const [, hash, hashType = "S", range, rangeType = "S"] = KEYS.exec(keys) ?? [];
  if (hash === undefined) {
    throw new UsageError(`--table ${text} names no keys`, {
      hint: "write --table Orders=pk or --table Orders=pk,sk:N",
    });
  }
  const named = [
    { AttributeName: hash, AttributeType: hashType, KeyType: "HASH" },
    ...(range === undefined ? [] : [{ AttributeName: range, AttributeType: rangeType, KeyType: "RANGE" }]),
  ];
  return {
    TableName,
    KeySchema: named.map(({ AttributeName, KeyType }) => ({ AttributeName, KeyType })),
    AttributeDefinitions: named.map(({ AttributeName, AttributeType }) => ({ AttributeName, AttributeType })),
  };
}

/** A file with one input of `CreateTable`, or with several in a list called `tables`. */
async function fromFile(path: string, reader: InputReader): Promise<readonly TableDefinition[]> {
  const { value, source } = await readStructured(path, reader);
  const list = Array.isArray(value.tables) ? value.tables : [value];
  return list.map((table) => {
    if (isTable(table)) return table;
    throw new InputError(`${source.name} declares no table`, {
      hint: "write TableName, KeySchema and AttributeDefinitions as CreateTable takes them, or a list of these in tables",
    });
  });
}

function isTable(value: unknown): value is TableDefinition {
  return (
    isPlainObject(value) &&
    typeof value.TableName === "string" &&
    Array.isArray(value.KeySchema) &&
    Array.isArray(value.AttributeDefinitions)
  );
}

/** Reads `--items`: a map from table to items as DynamoDB writes them. */
export async function readItems(path: string, reader: InputReader): Promise<TableItems> {
  const { value, source } = await readStructured(path, reader);
  const tables = Object.entries(value).map(([table, items]) => {
    if (Array.isArray(items) && items.every(isPlainObject)) return [table, items] as const;
    throw new InputError(`${source.name} has no list of items for the table ${table}`, {
      hint: 'write them as DynamoDB does: {"Orders": [{"id": {"S": "1"}}]}',
    });
  });
  return Object.fromEntries(tables);
}
