import type { ActionContext, ActionProvider } from "../provider.js";

/**
 * Rendering and proving the template at the cursor, for editors that have no code lenses and whose users would have to type
 * a command's arguments.
 */
export const renderTemplate = asks("Render with sample", "vtl.server.render", "source.vtl.render");
export const proveTemplate = asks("Prove the output", "vtl.server.prove", "source.vtl.prove");

function asks(title: string, command: string, kind: string): ActionProvider {
  const provide = ({ view: { uri, template } }: ActionContext) => [
    { title, kind, command: { title, command, arguments: [{ uri, address: template.address }] } },
  ];
  return { kind, provide };
}
