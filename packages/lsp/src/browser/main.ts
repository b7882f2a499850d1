import { startWorker } from "../browser.js";

startWorker();
