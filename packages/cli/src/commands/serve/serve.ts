import { type PageFiles, type RunningServer, startServer } from "@apigw-vtl/runner/node";
import { ExitCode } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { errorCode, InputReader, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import { refuseStdinTwice } from "../../io/stdin-uses.js";
import type { Session } from "../../session.js";
import { printable } from "../../terminal/printable.js";
import { AnswerRecord } from "../gateway-options/answer-record.js";
import { findDefinition } from "../gateway-options/find-definition.js";
import { gatewayPlan } from "../gateway-options/gateway-plan.js";
import { type OpenGateway, openGateway } from "../gateway-options/open-gateway.js";
import { BufferedOutput } from "./buffered-output.js";
import { logBlock } from "./log-block.js";
import { ReloadingApi } from "./reloading-api.js";
import type { ServeFlags } from "./serve-flags.js";

/** Serves an API until Ctrl-C. Throws a `UsageError` or an `InputError` if it cannot be. */
export async function serve(named: string | undefined, flags: ServeFlags, session: Session): Promise<ExitCode> {
  refuseStdinTwice([
    ["the API", named],
    ["--stub", flags.stub],
    ["--items", flags.items],
  ]);
  const plan = gatewayPlan(flags);
  const path = named ?? (await findDefinition(session));
  const { io, reporter, stdoutPalette } = session;
  // One for all times that it is loaded: stdin can be read once only.
  const reader = new InputReader(io);
  const record = await AnswerRecord.open(plan, session);
  const open = (previous?: OpenGateway) =>
    openGateway(path, plan, session, { reader, previous, recorder: record?.recorder });
  const api = await ReloadingApi.start(path, open, session);
  const output = new BufferedOutput(io.stdout);
  const logOptions = { log: flags.log ?? false, quiet: flags.quiet ?? false };
  try {
    const server = await start({
      api: () => api.served,
      host: flags.host,
      allowHosts: flags.allowHost ?? [],
      port: flags.port,
      stagePath: flags.stagePath ?? false,
      ...(flags.page ? { page: await readPage(io) } : {}),
      onEvent: (event) => output.write(logBlock(event, logOptions, stdoutPalette)),
    });
    api.onReload(() => server.announceChange());
    const { name, stageName } = api.served.gateway.definition;
    const below = flags.stagePath ? `/${stageName}` : "";
    reporter.painted(`${printable(name)} is served at ${reporter.palette.strong(`${server.url}${printable(below)}`)}`);
    if (!isLoopback(flags.host)) {
      const message = `whoever reaches ${flags.host} can send requests${flags.page ? ", and use the page" : ""}`;
      reporter.problem({ severity: "warning", message, hint: "without --host it listens on this machine only" });
    }
    if (flags.page) reporter.painted(`the page is at ${reporter.palette.strong(`${server.url}/_vtl`)}; Ctrl-C ends`);
    await untilInterrupted(io);
    await end(server, session);
    await record?.write();
  } finally {
    await api.close();
    output.flush();
  }
  return ExitCode.ok;
}

async function start(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (cause) {
    const code = errorCode(cause);
    const at = `${options.host}:${options.port}`;
    if (code === "EADDRINUSE") {
      throw new UsageError(`${at} is taken by another program`, {
        hint: "name another with --port; 0 is any that is free",
        cause,
      });
    }
    if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new UsageError(`cannot listen on ${at}: ${reasonOf(cause)}`, { cause });
    }
    throw cause;
  }
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
}

async function readPage(io: Io): Promise<PageFiles> {
  const [html, script, style] = await Promise.all([
    io.readAsset("page/index.html"),
    io.readAsset("page/page.js"),
    io.readAsset("page/page.css"),
  ]);
  return { html, script, style };
}

function untilInterrupted(io: Io): Promise<void> {
  return new Promise((resolve) => {
    const watcher = io.onInterrupt(() => {
      watcher.close();
      resolve();
    });
  });
}

/** Finishes the requests that run; a second Ctrl-C ends them. */
async function end(server: RunningServer, { io, reporter }: Session): Promise<void> {
  const second = io.onInterrupt(() => server.abort());
  reporter.line("[ending: requests that run are finished; Ctrl-C again ends them]", reporter.palette.faint);
  await server.close();
  second.close();
}
