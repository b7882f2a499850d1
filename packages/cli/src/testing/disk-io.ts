import type { Io } from "../io/io.js";
import { nodeIo } from "../io/node-io.js";
import { run } from "../run.js";
import { MemoryIo } from "./memory-io.js";

/** Runs `vtl ARGS` with the files of this machine, whose paths are absolute, and gives all that it printed; what waits for Ctrl-C gets it. */
export async function vtlOnDisk(args: readonly string[], cwd: string) {
  const world = new MemoryIo();
  const { stdout, stderr } = world;
  const readAsset = (name: string) => world.readAsset(name);
  const onInterrupt = (handler: () => void) => {
    const soon = setImmediate(handler);
    return { close: () => clearImmediate(soon) };
  };
  const io: Io = { ...nodeIo(), cwd, env: {}, stdout, stderr, readAsset, onInterrupt, parallelism: 1 };
  const code = await run(args, io);
  return { code, stdout: stdout.text, stderr: stderr.text, printed: stdout.text + stderr.text };
}
