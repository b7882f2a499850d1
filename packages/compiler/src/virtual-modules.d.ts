/** Made by `scripts/runtime-source.mjs` at build and test time. */
declare module "virtual:runtime-source" {
  /** Text that declares `runtime`, with everything that `runtime/index.ts` exports. */
  export const runtimeSource: string;
}
