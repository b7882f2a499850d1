import { setTimeout as delay } from "node:timers/promises";
import type { ServedApi } from "@apigw-vtl/runner/node";
import { InputError, UsageError } from "../../failure.js";
import type { Session } from "../../session.js";
import { paletteFor } from "../../terminal/palette.js";
import { formatProblem, type Problem } from "../../terminal/problem.js";
import { reportFailure } from "../../terminal/report-failure.js";
import type { GatewaySources, OpenGateway } from "../gateway-options/open-gateway.js";
import { SETTLE_MS } from "../watch-loop.js";
import { RetiringGateway } from "./retiring-gateway.js";
import { ServedFiles } from "./watch-served-files.js";

const PAGE_COLUMNS = 100;

/** Opens what is served; what it takes the place of is given to it. */
type Open = (previous?: OpenGateway) => Promise<OpenGateway>;

/** What is served, loaded again when a file of it changes. While the files are broken, what they were before is served. */
export class ReloadingApi {
  readonly #open: Open;
  readonly #session: Session;
  readonly #files: ServedFiles;
  #gateway: RetiringGateway;
  #problem: string | undefined;
  #onReload = () => {};
  #loading = Promise.resolve();
  #waiting = false;
  /** Of what is served. */
  #sources: GatewaySources = { files: [], missing: [], folders: [] };
  #closed = false;

  private constructor(open: Open, session: Session, gateway: RetiringGateway) {
    this.#open = open;
    this.#session = session;
    this.#gateway = gateway;
    this.#files = new ServedFiles(session.io, () => this.#changed());
  }

  /** Loads what `open` gives and watches its files. Throws an `InputError` or a `UsageError` if there is no API. */
  static async start(path: string, open: Open, session: Session): Promise<ReloadingApi> {
    const opened = await open();
    const { gateway, problems } = opened;
    for (const problem of problems) session.reporter.problem(problem);
    if (gateway === undefined) throw new InputError(`${path} cannot be served`);
    const api = new ReloadingApi(open, session, new RetiringGateway(opened, gateway));
    api.#watch(await opened.sources());
    return api;
  }

  get served(): ServedApi {
    const { locate } = this.#gateway.opened;
    return { gateway: this.#gateway, locate, ...(this.#problem !== undefined && { problem: this.#problem }) };
  }

  /** Calls back each time that what is served, or what is wrong with it, has changed. */
  onReload(listener: () => void): void {
    this.#onReload = listener;
  }

  /** Ends the watch and what answers for integrations; a gateway that was replaced ends with its last request. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#files.close();
    await this.#gateway.opened.close();
  }

  #watch(sources: GatewaySources): void {
    this.#sources = sources;
    this.#files.watch(sources);
  }

  #changed(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#loading = this.#loading.then(async () => {
      await delay(SETTLE_MS);
      this.#waiting = false;
      if (!this.#closed) await this.#reload();
    });
    // Whatever goes wrong with a change, the server goes on.
    this.#loading = this.#loading.catch((error: unknown) => {
      const { reporter } = this.#session;
      const message = `the change could not be taken over: ${error instanceof Error ? error.message : String(error)}`;
      reporter.problem({ severity: "error", message, hint: "this is a defect of vtl; please report it" });
    });
  }

  async #reload(): Promise<void> {
    const { reporter } = this.#session;
    const opened = await this.#openReporting();
    const { gateway, problems } = opened;
    const sources = await opened.sources();
    if (this.#closed) return opened.close();
    for (const problem of problems) reporter.problem(problem);
    if (gateway === undefined) {
      this.#problem = problems
        .filter(({ severity }) => severity === "error")
        .map(plainText)
        .join("\n");
      // What is missing may come, and what is new may be put right.
      const { files, missing } = sources;
      const { files: old, folders } = this.#sources;
      this.#files.watch({ files: [...old, ...files], missing: [...this.#sources.missing, ...missing], folders });
      reporter.line("[not loaded: what was there before is still served]", reporter.palette.warning);
    } else {
      const old = this.#gateway;
      this.#gateway = new RetiringGateway(opened, gateway);
      this.#problem = undefined;
      old.retire();
      try {
        this.#watch(sources);
      } catch (error) {
        if (!reportFailure(error, reporter)) throw error;
      }
      reporter.line("[loaded again]", reporter.palette.faint);
    }
    this.#onReload();
  }

  /** What `open` gives; what it throws for the user is a problem among others. */
  async #openReporting(): Promise<OpenGateway> {
    try {
      return await this.#open(this.#gateway.opened);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof UsageError)) throw error;
      const { message, hint, location } = error;
      const problems = [{ severity: "error" as const, message, hint, location }];
      const sources = async () => ({ files: [], missing: [], folders: [] });
      return { sources, locate: () => undefined, close: async () => {}, problems };
    }
  }
}

function plainText(problem: Problem): string {
  return formatProblem(problem, paletteFor(false), PAGE_COLUMNS).trimEnd();
}
