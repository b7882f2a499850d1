/**
 * Finds cycles in a graph of files. Each cycle that a depth-first walk closes is reported once, so breaking all that
 * are reported breaks them all, or uncovers the next.
 * @param {Map<string, string[]>} graph the files that each file imports
 * @returns {string[][]} each cycle from its first file in the alphabet, without a repetition at its end
 */
export function findCycles(graph) {
  const cycles = new Map();
  const done = new Set();
  const trail = [];
  const onTrail = new Set();

  const walk = (file) => {
    if (onTrail.has(file)) {
      const cycle = startingFirst(trail.slice(trail.indexOf(file)));
      cycles.set(cycle.join("\n"), cycle);
      return;
    }
    if (done.has(file)) return;
    trail.push(file);
    onTrail.add(file);
    for (const next of graph.get(file) ?? []) walk(next);
    trail.pop();
    onTrail.delete(file);
    done.add(file);
  };

  for (const file of [...graph.keys()].sort()) walk(file);
  return [...cycles.values()];
}

function startingFirst(cycle) {
  const first = cycle.indexOf([...cycle].sort()[0]);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
