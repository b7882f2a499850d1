import { ProtocolRequestType } from "vscode-languageserver-protocol";
import type { TemplatePlace } from "./templates.js";

export type CompiledReply =
  | {
      readonly status: "compiled";
      /** The function that the template becomes, without the runtime around it. */
      readonly code: string;
    }
  | { readonly status: "refused"; readonly message: string }
  | { readonly status: "no-template" };

/** The JavaScript that a template is compiled to. */
export const CompiledRequest = new ProtocolRequestType<TemplatePlace, CompiledReply, never, void, void>("vtl/compiled");
