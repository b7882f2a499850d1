import type { PageApi, PageRoute } from "../../node/server/page/describe-api.js";
import type { PageRequest } from "../../node/server/page/page-request.js";
import { element } from "../dom/element.js";
import { buildPath, pathParameters } from "./build-path.js";
import { Field, textArea, textInput } from "./field.js";
import { parseHeaderLines, parseVariableLines } from "./parse-lines.js";
import { routeSummary } from "./route-summary.js";

/** Otherwise requests run as those of the console's TEST button. */
const AS_CLIENT = "As a client: with API key, authorizer and headers of the edge";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** The form that makes a request for one route; what was typed stays while other routes are looked at. */
export class RequestForm {
  readonly element: HTMLElement;
  readonly #route: PageRoute;
  readonly #method: Field<HTMLSelectElement> | undefined;
  readonly #parameters: ReadonlyMap<string, Field<HTMLInputElement>>;
  readonly #query: Field<HTMLInputElement>;
  readonly #headers: Field<HTMLTextAreaElement>;
  readonly #variables: Field<HTMLTextAreaElement>;
  readonly #body: Field<HTMLTextAreaElement>;
  readonly #send = element("button", { type: "submit", class: "send" }, "Send");
  readonly #asClient = element("input", { type: "checkbox", id: "as-client" });
  readonly #target = element("output", { class: "target" });

  constructor(api: PageApi, route: PageRoute, onSend: (request: PageRequest) => void) {
    this.#route = route;
    const select = element("select", {}, ...METHODS.map((name) => element("option", { value: name }, name)));
    this.#method = route.httpMethod === "ANY" ? new Field("request-method", "Method", select) : undefined;
    this.#parameters = new Map(
      pathParameters(route.path).map(({ name, greedy }) => {
        const hint = greedy ? "The rest of the path; slashes stay." : undefined;
        const field = new Field(`path-${name}`, `{${name}${greedy ? "+" : ""}}`, textInput(), {
          ...(hint === undefined ? {} : { hint }),
          required: true,
        });
        return [name, field];
      }),
    );
    this.#query = new Field("request-query", "Query string", textInput({ placeholder: "name=value&name=value" }), {
      hint: declared(route, "querystring") ?? "Percent-encoded, without the question mark.",
    });
    this.#headers = new Field("request-headers", "Headers", textArea(4, { placeholder: "Accept: application/json" }), {
      hint: declared(route, "header") ?? "One a line, Name: value.",
    });
    this.#variables = new Field("request-variables", "Stage variables", textArea(4, { placeholder: "name=value" }), {
      hint: "One a line, name=value.",
    });
    this.#variables.control.value = Object.entries(api.stageVariables)
      .map(([name, value]) => `${name}=${value}`)
      .join("\n");
    this.#body = new Field("request-body", "Body", textArea(8));
    this.element = this.#build();
    const form = this.element.querySelector("form");
    form?.addEventListener("input", () => this.#showTarget());
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const request = this.#read();
      if (request !== undefined) onSend(request);
    });
    form?.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    this.#showTarget();
  }

  /** While a request runs there is no second one. */
  setBusy(busy: boolean): void {
    this.#send.disabled = busy;
    this.#send.textContent = busy ? "Sending…" : "Send";
  }

  #build(): HTMLElement {
    const parameters = [...this.#parameters.values()].map((field) => field.element);
    return element(
      "div",
      {},
      ...routeSummary(this.#route),
      element(
        "form",
        { class: "request-form", novalidate: true, "aria-label": "Request" },
        element(
          "div",
          { class: "fields" },
          this.#method?.element,
          parameters.length === 0
            ? undefined
            : element(
                "fieldset",
                { class: "path-parameters" },
                element("legend", {}, "Path parameters"),
                ...parameters,
              ),
          element("div", { class: "wide" }, this.#query.element),
          this.#headers.element,
          this.#variables.element,
        ),
        element("div", { class: "body-field" }, this.#body.element),
        element(
          "div",
          { class: "send-bar" },
          this.#send,
          element("span", { class: "hint" }, element("kbd", {}, "Ctrl"), " + ", element("kbd", {}, "Enter")),
          element("span", { class: "check" }, this.#asClient, element("label", { for: "as-client" }, AS_CLIENT)),
          this.#target,
        ),
      ),
    );
  }

  get #httpMethod(): string {
    return this.#method?.control.value ?? this.#route.httpMethod;
  }

  get #path(): string {
    const values = [...this.#parameters].map(([name, { control }]) => [name, control.value] as const);
    return buildPath(this.#route.path, new Map(values));
  }

  #showTarget(): void {
    const query = this.#query.control.value.trim();
    this.#target.textContent = `${this.#httpMethod} ${this.#path}${query === "" ? "" : `?${query}`}`;
  }

  /** The request, or nothing after showing what is wrong where it is wrong. */
  #read(): PageRequest | undefined {
    const invalid: Field[] = [];
    const reject = (field: Field, message: string) => {
      field.showError(message);
      invalid.push(field);
    };
    for (const field of this.#parameters.values()) {
      if (field.control.value === "") reject(field, "A path has no empty parts: give it a value.");
    }
    const headers = parseHeaderLines(this.#headers.control.value);
    if ("problem" in headers) reject(this.#headers, headers.problem);
    const variables = parseVariableLines(this.#variables.control.value);
    if ("problem" in variables) reject(this.#variables, variables.problem);
    if ("problem" in headers || "problem" in variables || invalid.length > 0) {
      invalid[0]?.control.focus();
      return undefined;
    }
    return {
      httpMethod: this.#httpMethod,
      path: this.#path,
      queryString: this.#query.control.value.trim().replace(/^\?/, ""),
      headers: headers.entries,
      body: this.#body.control.value,
      stageVariables: Object.fromEntries(variables.entries),
      testInvoke: !this.#asClient.checked,
    };
  }
}

/** What the API declares of parameters in one place, as a hint. */
function declared(route: PageRoute, location: "querystring" | "header"): string | undefined {
  const names = route.parameters
    .filter((parameter) => parameter.location === location)
    .map(({ name, required }) => (required ? `${name} (required)` : name));
  return names.length === 0 ? undefined : `Declared: ${names.join(", ")}.`;
}
