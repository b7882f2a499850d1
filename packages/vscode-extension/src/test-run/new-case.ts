import { type TemplateEvent, VtlSyntaxError } from "@apigw-vtl/compiler";
import { addedCase, breakingCase, caseFor, Subject, testFileOf, testFilesBeside } from "@apigw-vtl/testing/core";
import type { NewCaseReply } from "./tests-requests.js";
import type { TestsWorld } from "./tests-world.js";

/** What is to become a case. */
export interface WantedCase {
  /** The file of the template. */
  readonly path: string;
  readonly address: string;
  readonly name: string;
  /** Absent: the request that breaks the template. */
  readonly event?: TemplateEvent;
  /** The file of the event, if it is one. */
  readonly eventPath?: string;
}

/** A case for a template in the test file beside it, which is made if there is none. */
export async function newCase(wanted: WantedCase, world: TestsWorld): Promise<NewCaseReply> {
  const { path, address, name, event, eventPath } = wanted;
  const { host } = world;
  const refused = (reason: string): NewCaseReply => ({ status: "refused", reason });
  const [file = await testFileOf(path, host), ...others] = await testFilesBeside(path, host);
  if (others.length > 0) return refused(`Several test files are beside ${path}: ${[file, ...others].join(", ")}.`);
  const subject = await Subject.read(path, {}, host);
  try {
    const template = subject.at(address);
    const found =
      event === undefined
        ? await breakingCase(template)
        : caseFor(template, name, event, eventPath && relativeTo(file, eventPath));
    if (found === undefined) return refused("No request was found that breaks the JSON of this template.");
    const role = subject.templates.length > 1 ? { template: subject.addressOf(template) } : {};
    const text = await host.readFile(file);
    const added = addedCase(file, typeof text === "string" ? text : "", { ...found, ...role });
    if (added === undefined) return refused(`${file} is no test file that a case can be added to.`);
    return { status: "written", text: added.text, ...world.placeOf({ file, range: added.range }, added.text) };
  } catch (error) {
    if (error instanceof VtlSyntaxError)
      return refused("The service refuses the template: there is nothing to expect.");
    throw error;
  }
}

/** As a test file names a file: by its path from there. */
function relativeTo(from: string, path: string): string {
  const [one, other] = [from.split("/").slice(0, -1), path.split("/")];
  const shared = one.findIndex((part, i) => part !== other[i]);
  const common = shared < 0 ? one.length : shared;
  return [...one.slice(common).map(() => ".."), ...other.slice(common)].join("/");
}
