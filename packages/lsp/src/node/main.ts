import { startServer } from "../node.js";

// The grammars lie beside the program.
startServer(new URL("./", import.meta.url));
