import { dataEntries } from "../../facts/read-integration.js";
import type { TemplateSearch } from "../../template-search.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { findInCloudFormation } from "../cloudformation/find-in-cloudformation.js";
import { findInHttpEvent } from "./http-event.js";
import { findInServiceProxies } from "./service-proxy.js";

/** Whether a tree is a Serverless framework service. */
export function isServerless(root: HostNode): boolean {
  return entryOf(root, "service") !== undefined && entryOf(root, "provider") !== undefined;
}

/** Finds the templates of a serverless.yml: its HTTP events, service proxies and resources. */
export function findInServerless(root: HostNode, search: TemplateSearch): void {
  const functions = entryOf(root, "functions");
  findInFunctions(functions?.value, pointerTo("", functions?.key ?? ""), search);
  const machines = valueAt(root, "stepFunctions", "stateMachines");
  findInFunctions(machines, "/stepFunctions/stateMachines", search);
  const proxies = valueAt(root, "custom", "apiGatewayServiceProxies");
  if (proxies !== undefined) findInServiceProxies(proxies, "/custom/apiGatewayServiceProxies", search);
  const resources = entryOf(root, "resources");
  for (const { node } of branches(resources?.value)) {
    const address = pointerTo("", resources!.key);
    if (node.kind !== "list") findInCloudFormation(node, address, search);
    else {
      for (const [index, item] of node.items.entries()) findInCloudFormation(item, pointerTo(address, index), search);
    }
  }
}

/** Functions and state machines alike: a map, or a list of maps, whose values have `events`. */
function findInFunctions(node: HostNode | undefined, address: string, search: TemplateSearch): void {
  if (node?.kind === "list") {
    for (const [index, item] of node.items.entries()) findInFunctions(item, pointerTo(address, index), search);
    return;
  }
  for (const { key, value } of dataEntries(node)) {
    const events = entryOf(value, "events");
    if (events?.value.kind !== "list") continue;
    const pointer = pointerTo(pointerTo(address, key), events.key);
    events.value.items.forEach((event, index) => {
      const http = entryOf(event, "http");
      if (http !== undefined) findInHttpEvent(http.value, pointerTo(pointerTo(pointer, index), http.key), search);
    });
  }
}
