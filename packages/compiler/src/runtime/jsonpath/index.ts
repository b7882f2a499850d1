export { compilePath, definiteSteps } from "./json-path.js";
