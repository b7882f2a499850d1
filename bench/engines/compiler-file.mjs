import { fileURLToPath } from "node:url";

/** The bundle as it is published; `npm run build` makes it. */
export const compilerFile = fileURLToPath(new URL("../../packages/compiler/dist/index.js", import.meta.url));
