import { posix } from "node:path";
import { VtlSyntaxError } from "@apigw-vtl/compiler";
import {
  type GeneratedCase,
  generatedCases,
  isSampleName,
  isTestFile,
  Subject,
  testFileOf,
  testFileText,
} from "@apigw-vtl/testing/core";
import type { ExitCode } from "../../exit-code.js";
import type { SelectedFile } from "../../files/find-files.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { FileWrite } from "../../io/write-file.js";
import { writeFiles } from "../../io/write-files.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import type { ProjectHost } from "./project-host.js";

/** Templates in the tests of programs are examples of what these are for. */
const PROGRAM_TEST = /(?:[._-](?:test|spec)\.[cm]?[jt]sx?|\/?test_[^/]*\.py|_test\.py)$/;

/** Writes a first test file beside each file with templates that has none. */
export async function generateTests(
  files: readonly SelectedFile[],
  host: ProjectHost,
  session: Session,
): Promise<ExitCode> {
  const writes: FileWrite[] = [];
  let cases = 0;
  for (const { path, named } of files) {
    if (isTestFile(path) || isSampleName(posix.basename(path))) continue;
    if (PROGRAM_TEST.test(path) && !named) continue;
    const target = await testFileOf(path, host);
    if ((await host.readFile(target)) !== undefined) {
      session.reporter.line(`${target} is there already`);
      continue;
    }
    const generated = await casesOf(path, host, session);
    if (generated.length === 0) continue;
    cases += generated.length;
    writes.push({ path: target, data: encodeUtf8(testFileText(generated)), expected: "absent" });
  }
  const { written, exit } = await writeFiles(writes, session);
  for (const path of written) session.reporter.line(`${path} written`);
  const advice =
    "; read what they expect: it is what comes out now, but for requests that break a template, which fail until it is mended";
  session.reporter.line(
    `${counted(cases, "case")} in ${counted(written.length, "file")}${written.length === 0 ? "" : advice}`,
  );
  return exit;
}

async function casesOf(path: string, host: ProjectHost, { reporter }: Session): Promise<readonly GeneratedCase[]> {
  const subject = await Subject.read(path, {}, host);
  const { templates } = subject;
  const cases: GeneratedCase[] = [];
  for (const template of templates.filter(({ found }) => found.file === path)) {
    if (!(await host.isMappingTemplate(template.found))) continue;
    const address = subject.addressOf(template);
    try {
      const generated = await generatedCases(template);
      cases.push(...generated.map((one) => (templates.length === 1 ? one : { ...one, template: address })));
    } catch (error) {
      if (!(error instanceof VtlSyntaxError)) throw error;
      reporter.problem({
        severity: "warning",
        message: `${`${path} ${address}`.trimEnd()}: the service refuses the template; it gets no test`,
      });
    }
  }
  return cases;
}
