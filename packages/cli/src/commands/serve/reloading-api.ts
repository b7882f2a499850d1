import { setTimeout as delay } from "node:timers/promises";
import type { ServedApi } from "@apigw-vtl/runner/node";
import { InputError, UsageError } from "../../failure.js";
import type { Session } from "../../session.js";
import { paletteFor } from "../../terminal/palette.js";
import { formatProblem, type Problem } from "../../terminal/problem.js";
import type { OpenGateway } from "../gateway-options/open-gateway.js";
import { ServedFiles } from "./watch-served-files.js";

/** One save of an editor is several file events; they are taken together. */
const SETTLE_MS = 50;

const PAGE_COLUMNS = 100;

/** What is served, loaded again when a file of it changes. While the files are broken, what they were before is served. */
export class ReloadingApi {
  readonly #open: () => Promise<OpenGateway>;
  readonly #session: Session;
  readonly #files: ServedFiles;
  #served: ServedApi;
  #closeServed: () => Promise<void>;
  #onReload = () => {};
  #loading = Promise.resolve();
  #waiting = false;
  #closed = false;

  private constructor(
    open: () => Promise<OpenGateway>,
    session: Session,
    opened: ServedApi & Pick<OpenGateway, "close">,
  ) {
    this.#open = open;
    this.#session = session;
    this.#served = { gateway: opened.gateway };
    this.#closeServed = opened.close;
    this.#files = new ServedFiles(session.io, () => this.#changed());
  }

  /** Loads what `open` gives and watches its files. Throws an `InputError` or a `UsageError` if there is no API. */
  static async start(path: string, open: () => Promise<OpenGateway>, session: Session): Promise<ReloadingApi> {
    const { gateway, problems, files, close } = await open();
    for (const problem of problems) session.reporter.problem(problem);
    if (gateway === undefined) throw new InputError(`${path} cannot be served`);
    const api = new ReloadingApi(open, session, { gateway, close });
    api.#files.watch(files);
    return api;
  }

  get served(): ServedApi {
    return this.#served;
  }

  /** Calls back each time that what is served, or what is wrong with it, has changed. */
  onReload(listener: () => void): void {
    this.#onReload = listener;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#files.close();
    await this.#closeServed();
  }

  #changed(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#loading = this.#loading.then(async () => {
      await delay(SETTLE_MS);
      this.#waiting = false;
      if (!this.#closed) await this.#reload();
    });
  }

  async #reload(): Promise<void> {
    const { reporter } = this.#session;
    const { gateway, problems, files, close } = await this.#openReporting();
    if (this.#closed) return close();
    for (const problem of problems) reporter.problem(problem);
    if (gateway === undefined) {
      const texts = problems.filter(({ severity }) => severity === "error").map(plainText);
      this.#served = { gateway: this.#served.gateway, problem: texts.join("\n") };
      reporter.line(reporter.palette.warning("[not loaded: what was there before is still served]"));
    } else {
      this.#served = { gateway };
      // Requests that still run for the old one have its backends taken away: they are few, and answered with a 5xx.
      const closeOld = this.#closeServed;
      this.#closeServed = close;
      await closeOld();
      this.#files.watch(files);
      reporter.line(reporter.palette.faint("[loaded again]"));
    }
    this.#onReload();
  }

  /** What `open` gives; what it throws for the user is a problem among others. */
  async #openReporting(): Promise<OpenGateway> {
    try {
      return await this.#open();
    } catch (error) {
      if (!(error instanceof InputError || error instanceof UsageError)) throw error;
      const { message, hint, location } = error;
      return { files: [], close: async () => {}, problems: [{ severity: "error", message, hint, location }] };
    }
  }
}

function plainText(problem: Problem): string {
  return formatProblem(problem, paletteFor(false), PAGE_COLUMNS).trimEnd();
}
