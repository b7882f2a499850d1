/** What options do that several commands have by one name; a test compares them. */
export const WATCH = ["-w, --watch", "run again whenever an input changes, until Ctrl-C"] as const;
export const UPDATE = ["-u, --update", "write what comes out as what is expected"] as const;
export const OUTPUT = ["-o, --output <file>", "write the result to a file instead of stdout"] as const;
export const QUIET = ["--quiet", "tell of errors alone, or of requests that fail"] as const;
export const LOG = ["--log", "print the execution log, as the console's TEST button shows it"] as const;
export const BASELINE = ["--baseline <file>", "leave out the findings that this file knows"] as const;
