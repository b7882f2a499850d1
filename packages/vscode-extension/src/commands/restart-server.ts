import type { Command } from "./command-context.js";

export const restartServer: Command = ({ server }) => server.restart();
