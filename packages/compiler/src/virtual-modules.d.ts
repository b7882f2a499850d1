/** Made by `scripts/runtime-bundle.mjs` at build and test time. */
declare module "virtual:runtime-pieces" {
  /** The runtime as JSON, of the shape `RuntimePieces`. */
  export const runtimeText: () => string;
}
