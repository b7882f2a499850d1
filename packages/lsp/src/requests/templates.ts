import type { TemplateFacts } from "@apigw-vtl/linter";
import {
  type Position,
  ProtocolNotificationType,
  ProtocolRequestType,
  type Range,
} from "vscode-languageserver-protocol";

/** Names a template: by its address in the file, by a position in it, or (neither given) the file's first one. */
export interface TemplatePlace {
  readonly uri: string;
  readonly address?: string;
  readonly position?: Position;
}

/** What the command `vtl.showReferences` of a client is called with: places to list at a position. */
export interface ReferenceList {
  readonly uri: string;
  readonly position: Position;
  readonly ranges: readonly Range[];
}

/** A template of a file. */
export interface TemplateSummary {
  /** The file that holds the template's text. */
  readonly uri: string;
  /** JSON pointer, or resource and attribute; empty for a template file. */
  readonly address: string;
  /** What a person calls it: `POST /orders application/json`, or the file's name. */
  readonly label: string;
  readonly range: Range;
  /** What Velocity reads. */
  readonly text: string;
  readonly facts: TemplateFacts;
  /** Whether it stands in a host file. */
  readonly embedded: boolean;
}

/** The templates of an open file, or of one on disk. */
export const TemplatesRequest = new ProtocolRequestType<
  { readonly uri: string },
  readonly TemplateSummary[],
  never,
  void,
  void
>("vtl/templates");

/**
 * Sent whenever the templates of an open document have changed, so that the client can render again: to one that has said
 * which commands it has, with `initializationOptions: { commands }`.
 */
export const TemplatesChangedNotification = new ProtocolNotificationType<
  { readonly uri: string; readonly version: number },
  void
>("vtl/templatesChanged");
