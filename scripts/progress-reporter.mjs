const EVERY_MS = 10_000;

/**
 * A reporter for vitest: where the output is no terminal, whose last lines vitest itself keeps up to date, a line every
 * ten seconds says what is running. Everywhere it names the tests that passed only when they were tried again, with what
 * failed before.
 */
export class ProgressReporter {
  #files = 0;
  #done = 0;
  /** @type {Set<string>} */
  #running = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {readonly unknown[]} files */
  onTestRunStart(files) {
    this.#files = files.length;
    if (!process.stdout.isTTY) this.#timer = setInterval(() => this.#print(), EVERY_MS);
  }

  /** @param {import("vitest/node").TestModule} module */
  onTestModuleStart(module) {
    this.#running.add(module.relativeModuleId);
  }

  /** @param {import("vitest/node").TestCase} test */
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    const failures = test.result().errors?.map(({ message }) => `\n    ${message}`) ?? [];
    console.log(`passed when tried again: ${test.module.relativeModuleId} > ${test.fullName}${failures.join("")}`);
  }

  /** @param {import("vitest/node").TestModule} module */
  onTestModuleEnd(module) {
    this.#running.delete(module.relativeModuleId);
    this.#done++;
  }

  onTestRunEnd() {
    clearInterval(this.#timer);
  }

  #print() {
    console.log(`… ${this.#done} of ${this.#files} files, running: ${[...this.#running].join(", ")}`);
  }
}
