import type { LambdaOutcome } from "./lambda-thread.js";

/** What the service answers for an invocation that ended in this way, as JSON, and whether that is a failure. */
export function payloadOf(
  outcome: LambdaOutcome,
  { requestId, timeoutSeconds, time }: { requestId: string; timeoutSeconds: number; time: number },
): { readonly payload: string; readonly failed: boolean } {
  const failure = (errorType: string | undefined, errorMessage: string) => ({
    payload: JSON.stringify({ ...(errorType !== undefined && { errorType }), errorMessage }),
    failed: true,
  });
  switch (outcome.kind) {
    case "answer":
      return outcome;
    case "idle":
      // The runtime answers null for a handler that ends without a word.
      return { payload: "null", failed: false };
    case "timeout": {
      const at = new Date(time).toISOString();
      return failure(undefined, `${at} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
    }
    case "exit": {
      const reason =
        outcome.code === 0
          ? "Runtime exited without providing a reason"
          : `Runtime exited with error: exit status ${outcome.code}`;
      return failure("Runtime.ExitError", `RequestId: ${requestId} Error: ${reason}`);
    }
    case "crash": {
      const { error } = outcome;
      if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
        return failure("Runtime.ExitError", `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`);
      }
      const name = error instanceof Error && error.name !== "Error" ? error.name : "Runtime.UnhandledException";
      return failure(name, error instanceof Error ? error.message : String(error));
    }
  }
}
