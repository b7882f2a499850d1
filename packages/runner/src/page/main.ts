import type { PageApi, PageRoute } from "../node/server/page/describe-api.js";
import type { PageRequest } from "../node/server/page/page-request.js";
import { afterPress } from "./dom/after-press.js";
import { byId, element } from "./dom/element.js";
import { RequestForm } from "./request/request-form.js";
import { type ResultSettings, resultView } from "./result/result-view.js";
import { statusText } from "./result/status-text.js";
import { keyInAddress, routeHref, routeKey } from "./routes/route-key.js";
import { RouteList } from "./routes/route-list.js";
import { fetchApi, sendRequest, watchChanges } from "./server.js";
import { TopBar } from "./top-bar.js";

const settings: ResultSettings = { tab: "steps", formatJson: true };
const topBar = new TopBar(byId("top"));
const routeList = new RouteList(byId("routes"));
const requestPlace = byId("request");
const resultPlace = byId("result");
/** What was typed and what came of it, by route. */
const forms = new Map<string, RequestForm>();
const results = new Map<string, readonly HTMLElement[]>();
const emptyResult = element(
  "div",
  { class: "nothing-yet" },
  element("h2", { id: "result-heading", tabindex: "-1" }, "Result"),
  element(
    "p",
    {},
    "Send the request to see its response, each step of the way with its input and output, and the log.",
  ),
);
const showChange = afterPress((changed: PageApi) => {
  topBar.show(changed);
  showRoute();
});
let api: PageApi | undefined;
let shown: string | undefined;

async function load(): Promise<void> {
  try {
    const before = JSON.stringify(api?.stageVariables);
    const loaded = await fetchApi();
    // A route that has changed gets a new form; the values of the old one are for what is gone.
    for (const route of loaded.routes) {
      const old = api?.routes.find((other) => routeKey(other) === routeKey(route));
      if (JSON.stringify(old) !== JSON.stringify(route)) forms.delete(routeKey(route));
    }
    if (before !== JSON.stringify(loaded.stageVariables)) forms.clear();
    if (api !== undefined && JSON.stringify(api) !== JSON.stringify(loaded)) announce("The definition has changed.");
    api = loaded;
    showChange(loaded);
  } catch (error) {
    topBar.showProblem(messageOf(error));
  }
}

/** Shows the route in the address of the page, or the first. */
function showRoute(): void {
  if (api === undefined) return;
  const wanted = keyInAddress(location.hash);
  const route = api.routes.find((item) => routeKey(item) === wanted) ?? api.routes[0];
  routeList.show(api.routes, route && routeKey(route));
  if (route === undefined) {
    show(requestPlace, [element("h2", { id: "request-heading", tabindex: "-1" }, "No route to send a request to")]);
    show(resultPlace, [emptyResult]);
    return;
  }
  document.title = `${routeKey(route)} · ${api.name}`;
  shown = routeKey(route);
  show(requestPlace, [formFor(api, route).element]);
  show(resultPlace, results.get(routeKey(route)) ?? [emptyResult]);
}

function formFor(current: PageApi, route: PageRoute): RequestForm {
  const key = routeKey(route);
  const existing = forms.get(key);
  if (existing !== undefined) return existing;
  const form: RequestForm = new RequestForm(current, route, (request) => void send(key, form, request));
  forms.set(key, form);
  return form;
}

async function send(key: string, form: RequestForm, request: PageRequest): Promise<void> {
  form.setBusy(true);
  const start = performance.now();
  let view: readonly HTMLElement[];
  try {
    const invocation = await sendRequest(request);
    view = resultView(invocation, settings, { milliseconds: performance.now() - start });
    const failed = invocation.steps.filter(({ outcome }) => outcome === "failed").length;
    announce(`Response ${statusText(invocation.response.status)}${failed > 0 ? ", a step failed" : ""}.`);
  } catch (error) {
    view = [
      element("h2", { id: "result-heading", tabindex: "-1" }, "Result"),
      element("p", { class: "notice error", role: "alert" }, messageOf(error)),
    ];
  } finally {
    form.setBusy(false);
  }
  results.set(key, view);
  if (key !== shown) return;
  show(resultPlace, view);
  resultPlace.scrollIntoView({ block: "nearest" });
}

/** Puts elements into their place, unless they are there: moving an element takes the focus from what is in it. */
function show(place: HTMLElement, items: readonly HTMLElement[]): void {
  const isShown = place.children.length === items.length && items.every((item, i) => item === place.children[i]);
  if (!isShown) place.replaceChildren(...items);
}

function announce(text: string): void {
  byId("announcement").textContent = text;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

window.addEventListener("hashchange", () => {
  showRoute();
  byId("request-heading").focus();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  routeList.focusFilter();
});
// Following a link to the route that is shown already changes no address, and shall focus it all the same.
byId("routes").addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.getAttribute("href") === location.hash) byId("request-heading").focus();
});
// The address names a route, so that this link must not change it.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  byId("request-heading").focus();
});
watchChanges(
  () => void load(),
  (connected) => topBar.showConnection(connected),
);
await load();
if (location.hash === "" && api?.routes[0] !== undefined) history.replaceState(null, "", routeHref(api.routes[0]));
