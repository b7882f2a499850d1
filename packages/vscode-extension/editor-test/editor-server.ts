import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface EditorServer {
  readonly url: string;
  stop(): void;
}

interface Start {
  readonly program: string;
  /** For its settings, extensions and logs; nothing is written elsewhere. */
  readonly folder: string;
  /** The packaged extension. */
  readonly vsix: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Installs the extension and starts VS Code on a free port. */
export async function startEditorServer({ program, folder, vsix, settings }: Start): Promise<EditorServer> {
  const userData = join(folder, "user-data");
  mkdirSync(join(userData, "User"), { recursive: true });
  writeFileSync(join(userData, "User/settings.json"), JSON.stringify(settings));
  // An empty gallery keeps it off the network.
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, EXTENSIONS_GALLERY: "{}" };
  const common = [program, "--user-data-dir", userData, "--extensions-dir", join(folder, "extensions")];
  execFileSync(process.execPath, [...common, "--install-extension", vsix], { env, stdio: "pipe" });
  const server = spawn(
    process.execPath,
    [
      ...common,
      ...["--auth", "none", "--bind-addr", "127.0.0.1:0"],
      ...["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"],
    ],
    { env, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  return { url: await addressOf(server), stop: () => stop(server) };
}

/** What it prints once it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const [, url] = /HTTP server listening on (http:\/\/[\d.:]+)/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", (code) => reject(new Error(`VS Code's server ended with ${code}:\n${printed}`)));
  });
}

/** With the processes that it has started: the group is its own. */
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended by itself.
  }
}
