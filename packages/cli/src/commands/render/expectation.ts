import { ExitCode } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { ExpectedContent } from "../../io/file-changed.js";
import { errorCode, type InputReader, type NamedText } from "../../io/input-reader.js";
import { writeFiles } from "../../io/write-files.js";
import type { Session } from "../../session.js";

/** True when the file holds exactly the document; else shows the difference. */
export async function matchesExpected(
  document: string,
  path: string,
  reader: InputReader,
  { reporter }: Session,
): Promise<boolean> {
  const expected = await reader.read(path);
  if (expected.text === document) return true;
  const { formatDifference } = await import("../../documents/format-difference.js");
  reporter.problem({
    severity: "error",
    message: `the output differs from ${path}`,
    hint: hintFor(expected, document),
  });
  reporter.painted(formatDifference(expected, document, reporter.palette));
  return false;
}

/** Makes the file hold the document, and says so when it did not; what keeps it from that is reported. */
export async function updateExpected(
  document: string,
  path: string,
  reader: InputReader,
  session: Session,
): Promise<ExitCode> {
  const expected = await readIfPresent(path, reader);
  if (expected === document) return ExitCode.ok;
  const before: ExpectedContent = expected === undefined ? "absent" : encodeUtf8(expected);
  const { exit } = await writeFiles([{ path, data: encodeUtf8(document), expected: before }], session);
  if (exit === ExitCode.ok) session.reporter.line(`${path} ${expected === undefined ? "written" : "updated"}`);
  return exit;
}

async function readIfPresent(path: string, reader: InputReader): Promise<string | undefined> {
  try {
    return (await reader.read(path)).text;
  } catch (error) {
    if (error instanceof InputError && errorCode(error.cause) === "ENOENT") return undefined;
    throw error;
  }
}

function hintFor({ name, text }: NamedText, document: string): string {
  if (text === `${document}\n` || text === `${document}\r\n`) {
    return `only the line feed at the end of ${name} is too much; many editors add one`;
  }
  if (`${text}\n` === document) return `only the line feed at the end of ${name} is missing`;
  if (text.replaceAll("\r\n", "\n") === document) return `only the line ends differ: ${name} has those of Windows`;
  return "if the output is right, --update writes it to the file";
}
