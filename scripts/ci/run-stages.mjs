/**
 * A part of the continuous integration.
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command
 * @property {Record<string, string>} [env] on top of this process's
 * @property {string[]} [after] names of the stages whose work it builds on
 * @property {number} [cores] that it keeps busy; 0: it waits for others. Default: 1
 * @property {boolean} [countsTests] whether it counts test by test; else it counts as one
 */

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * Runs stages side by side, as many as there are cores for, in their order where nothing else decides it. After one
 * that fails no other is started.
 * @param {readonly Stage[]} stages
 * @param {number} cores
 * @param {(stage: Stage) => Promise<Counts>} run
 * @returns {Promise<Counts>} of all that ran, as soon as one has failed or all are done
 * @throws if a stage waits for one that is not there
 */
export async function runStages(stages, cores, run) {
  const waiting = [...stages];
  /** @type {Map<Stage, Promise<{stage: Stage, counts: Counts}>>} */
  const running = new Map();
  const done = new Set();
  const sum = { passed: 0, failed: 0 };
  const busy = () => [...running.keys()].reduce((total, { cores = 1 }) => total + cores, 0);
  const fits = ({ cores: needed = 1 }) => needed === 0 || busy() === 0 || busy() + needed <= cores;
  /** @param {Stage} stage */
  const isReady = ({ after = [] }) => after.every((name) => done.has(name));
  while (waiting.length > 0 || running.size > 0) {
    for (const stage of [...waiting]) {
      if (!isReady(stage) || !fits(stage)) continue;
      waiting.splice(waiting.indexOf(stage), 1);
      running.set(
        stage,
        run(stage).then((counts) => ({ stage, counts })),
      );
    }
    if (running.size === 0) throw new Error(`'${waiting[0].name}' waits for a stage that is not there`);
    const { stage, counts } = await Promise.race(running.values());
    running.delete(stage);
    done.add(stage.name);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    if (counts.failed > 0) return sum;
  }
  return sum;
}
