export { compilePath, type DefiniteStep, definiteSteps, JsonPath } from "./json-path.js";
