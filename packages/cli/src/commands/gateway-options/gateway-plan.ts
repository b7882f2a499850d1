import type { TableDefinition } from "@apigw-vtl/definitions";
import type { HandlerFile } from "@apigw-vtl/runner/node";
import { UsageError } from "../../failure.js";
import { parseAssignment } from "../../options/assignment.js";
import { parseTable } from "./read-tables.js";

/** The options that `vtl serve` and `vtl invoke` share, as commander gives them. */
export interface GatewayFlags {
  readonly api?: string;
  readonly parameter?: readonly string[];
  readonly stageVar?: readonly string[];
  /** File, or `-`: answers in the place of integrations. */
  readonly stub?: string;
  /** File that the answers of integrations are written to. */
  readonly record?: string;
  /** `SERVICE=URL` each. */
  readonly endpoint?: readonly string[];
  readonly allowAws?: readonly string[];
  /** `NAME=FILE` or `NAME=FILE#EXPORT` each. */
  readonly function?: readonly string[];
  /** `NAME=HASH[:TYPE][,RANGE[:TYPE]]`, or a file with inputs of `CreateTable`, each. */
  readonly table?: readonly string[];
  /** File, or `-`: items by table. */
  readonly items?: string;
  /** `name=value` each. */
  readonly claim?: readonly string[];
  /** `NAME=FILE` each. */
  readonly authorizer?: readonly string[];
  readonly apiKey?: readonly string[];
}

/** How an API is read and what stands around it: resolved once, however often the API is loaded. */
export interface GatewayPlan {
  /** The one that is meant, where the files declare several. */
  readonly api?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Files, or `-`. */
  readonly stub?: string;
  readonly record?: string;
  readonly items?: string;
  readonly endpoints: ReadonlyMap<string, string>;
  readonly allowedServices: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, HandlerFile>;
  /** Tables, and files that declare some. */
  readonly tables: readonly (TableDefinition | { readonly file: string })[];
  readonly claims: Readonly<Record<string, string>>;
  /** Files by the name of the authorizer whose answer they have. */
  readonly authorizers: readonly (readonly [name: string, file: string])[];
  /** Absent if any key is accepted. */
  readonly apiKeys?: readonly string[];
}

/** Reads the flags. Throws a `UsageError` for those that mean nothing. */
export function gatewayPlan(flags: GatewayFlags): GatewayPlan {
  const { api, stub, record, items, apiKey: apiKeys } = flags;
  if (record !== undefined && record === stub) {
    throw new UsageError(`--record and --stub both name ${record}`, {
      hint: "answers of stubs are not recorded: name another file",
    });
  }
  const pairs = (flag: string, texts: readonly string[] = []) => texts.map((text) => parseAssignment(flag, text));
  return {
    ...(api !== undefined && { api }),
    parameters: Object.fromEntries(pairs("--parameter", flags.parameter)),
    stageVariables: Object.fromEntries(pairs("--stage-var", flags.stageVar)),
    ...(stub !== undefined && { stub }),
    ...(record !== undefined && { record }),
    ...(items !== undefined && { items }),
    endpoints: new Map((flags.endpoint ?? []).map(parseEndpoint)),
    allowedServices: new Set(flags.allowAws),
    functions: new Map((flags.function ?? []).map(parseFunction)),
    tables: (flags.table ?? []).map(parseTable),
    claims: Object.fromEntries(pairs("--claim", flags.claim)),
    authorizers: pairs("--authorizer", flags.authorizer),
    ...(apiKeys !== undefined && { apiKeys }),
  };
}

function parseEndpoint(text: string): readonly [service: string, url: string] {
  const [service, url] = parseAssignment("--endpoint", text);
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return [service, url];
  throw new UsageError(`--endpoint ${text} names no URL`, {
    hint: `write --endpoint ${service}=http://127.0.0.1:8000`,
  });
}

/** `orders=dist/orders.mjs`, `orders=dist/api.mjs#orders`. */
function parseFunction(text: string): readonly [name: string, code: HandlerFile] {
  const [name, target] = parseAssignment("--function", text);
  const [, file = target, handler = "handler"] = /^(.*)#([\w$.]+)$/.exec(target) ?? [];
  return [name, { file, handler }];
}
