import { Option } from "commander";

/** `--dialect`, the same for every command that reads a template. */
export function dialectOption(): Option {
  return new Option("--dialect <name>", "the language: API Gateway's, or plain Velocity 1.7")
    .choices(["apigateway", "velocity"])
    .default("apigateway");
}
