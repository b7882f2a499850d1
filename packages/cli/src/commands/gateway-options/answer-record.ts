import { isPlainObject } from "@apigw-vtl/compiler";
import { AnswerRecorder, type RecordedAnswer } from "@apigw-vtl/runner";
import { InputError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { type ExpectedContent, FileChangedError } from "../../io/file-changed.js";
import { errorCode, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import { writeFile } from "../../io/write-file.js";
import type { Session } from "../../session.js";
import type { GatewayPlan } from "./gateway-plan.js";

/** Under load answers come faster than a file should be written. */
const WRITE_MS = 200;

interface RecordFile {
  readonly bytes: ExpectedContent;
  readonly answers: readonly RecordedAnswer[];
}

/** What integrations answer, in a file that `--stub` reads. */
export class AnswerRecord {
  readonly recorder: AnswerRecorder;
  readonly #path: string;
  readonly #session: Session;
  #timer: NodeJS.Timeout | undefined;
  #isNew = false;
  #writing: Promise<void> = Promise.resolve();

  /** What is in the file, as far as this run knows. */
  #onDisk: RecordFile;

  private constructor(path: string, onDisk: RecordFile, session: Session) {
    this.#path = path;
    this.#session = session;
    this.#onDisk = onDisk;
    this.recorder = new AnswerRecorder(onDisk.answers, () => {
      this.#isNew = true;
      this.#timer ??= setTimeout(() => void this.write().catch(() => {}), WRITE_MS).unref();
    });
  }

  /** Goes on with what is in the file. Throws an `InputError`. `undefined` if nothing is recorded. */
  static async open({ record }: GatewayPlan, session: Session): Promise<AnswerRecord | undefined> {
    if (record === undefined) return undefined;
    return new AnswerRecord(record, await readRecord(record, session.io), session);
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
    try {
      await this.#replace();
    } catch (error) {
      // The last write tells it, when nobody waits for this one.
      this.#isNew = true;
      throw error;
    }
  }

  /** What another run has recorded in the file meanwhile stays there. */
  async #replace(): Promise<void> {
    for (;;) {
      const answers = this.recorder.answers();
      const data = encodeUtf8(`${JSON.stringify({ answers }, undefined, 2)}\n`);
      try {
        await writeFile(this.#session, { path: this.#path, data, expected: this.#onDisk.bytes });
        this.#onDisk = { bytes: data, answers };
        return;
      } catch (error) {
        if (!(error instanceof FileChangedError)) throw error;
      }
      this.#onDisk = await readRecord(this.#path, this.#session.io);
      this.recorder.goOnWith(this.#onDisk.answers);
    }
  }
}

async function readRecord(path: string, io: Io): Promise<RecordFile> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return { bytes: "absent", answers: [] };
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const value = parse(new TextDecoder().decode(bytes));
  const answers = isPlainObject(value) && Array.isArray(value.answers) ? value.answers : undefined;
  if (answers?.every(isPlainObject) === true) return { bytes, answers };
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
