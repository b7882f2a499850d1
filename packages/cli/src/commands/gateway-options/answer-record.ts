import { isPlainObject } from "@apigw-vtl/compiler";
import { AnswerRecorder, type RecordedAnswer } from "@apigw-vtl/runner";
import { InputError, UsageError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { errorCode, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import { writeOutput } from "../../io/write-output.js";
import type { GatewayFlags } from "./gateway-flags.js";

/** Under load answers come faster than a file should be written. */
const WRITE_MS = 200;

/** What integrations answer, in a file that `--stub` reads. */
export class AnswerRecord {
  readonly recorder: AnswerRecorder;
  readonly #path: string;
  readonly #io: Io;
  #timer: NodeJS.Timeout | undefined;
  #isNew = false;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, previous: readonly RecordedAnswer[], io: Io) {
    this.#path = path;
    this.#io = io;
    this.recorder = new AnswerRecorder(previous, () => {
      this.#isNew = true;
      this.#timer ??= setTimeout(() => void this.write().catch(() => {}), WRITE_MS).unref();
    });
  }

  /** Goes on with what is in the file. Throws an `InputError` or a `UsageError`. `undefined` if nothing is recorded. */
  static async open({ record, stub }: GatewayFlags, io: Io): Promise<AnswerRecord | undefined> {
    if (record === undefined) return undefined;
    if (record === stub) {
      throw new UsageError(`--record and --stub both name ${record}`, {
        hint: "answers of stubs are not recorded: name another file",
      });
    }
    return new AnswerRecord(record, await previousAnswers(record, io), io);
  }

  /** Writes what is new, after what is being written. Throws an `InputError`. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.catch(() => {}).then(() => this.#writeNow());
    return this.#writing;
  }

  async #writeNow(): Promise<void> {
    if (!this.#isNew) return;
    this.#isNew = false;
    const text = JSON.stringify({ answers: this.recorder.answers() }, undefined, 2);
    try {
      await writeOutput(this.#io, this.#path, encodeUtf8(`${text}\n`));
    } catch (error) {
      // The last write tells it, when nobody waits for this one.
      this.#isNew = true;
      throw error;
    }
  }
}

async function previousAnswers(path: string, io: Io): Promise<readonly RecordedAnswer[]> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return [];
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const value = parse(new TextDecoder().decode(bytes));
  const answers = isPlainObject(value) && Array.isArray(value.answers) ? value.answers : undefined;
  if (answers?.every(isPlainObject) === true) return answers;
  throw new InputError(`${path} holds something else than recorded answers, which would be lost`, {
    hint: "--record writes JSON with a list called answers; name another file",
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
