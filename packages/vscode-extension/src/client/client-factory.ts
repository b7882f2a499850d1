import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** Makes a client that knows how to start its server here, but has not. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

export const CLIENT_ID = "vtl";
export const CLIENT_NAME = "Mapping Templates (VTL)";
