import { isPlainObject, type PlainObject } from "@apigw-vtl/compiler";
import type { TableDefinition } from "@apigw-vtl/definitions";
import type { TableItems } from "@apigw-vtl/runner/node";
import { readStructured, wrongDocument } from "../../documents/structured-document.js";
import { UsageError } from "../../failure.js";
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
  const document = await readStructured(path, reader);
  const { tables } = document.value;
  const list: readonly unknown[] = Array.isArray(tables) ? tables : [document.value];
  if (list.every(isTable)) return list;
  const at = Array.isArray(tables) ? ["tables", list.findIndex((table) => !isTable(table))] : [];
  throw await wrongDocument(document, at, "this declares no table", {
    hint: "write TableName, KeySchema and AttributeDefinitions as CreateTable takes them, or a list of these in tables",
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
  const document = await readStructured(path, reader);
  const tables: Record<string, readonly PlainObject[]> = {};
  for (const [table, items] of Object.entries(document.value)) {
    if (!Array.isArray(items) || !items.every(isPlainObject)) {
      throw await wrongDocument(document, [table], `the table ${table} has no list of items`, {
        hint: 'write them as DynamoDB does: {"Orders": [{"id": {"S": "1"}}]}',
      });
    }
    tables[table] = items;
  }
  return tables;
}
