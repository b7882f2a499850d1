/**
 * The formats of CI systems that publish no schema in a package, as JSON Schemas: GitLab's after its documentation, stricter
 * than the schema of its parser (codeclimate.json), Checkstyle's after what Checkstyle's XMLLogger writes. An XML element is
 * `{name, attributes, children, text}`. JUnit's and SARIF's reports are checked against what others have published.
 */
const text = { type: "string" };
const count = { type: "string", pattern: "^\\d+$" };

/** An element with these attributes and no others, and children of these kinds. */
function element(
  name: string,
  attributes: Readonly<Record<string, object>>,
  required: readonly string[],
  children: readonly object[] = [],
): object {
  return {
    type: "object",
    properties: {
      name: { const: name },
      attributes: { type: "object", properties: attributes, required, additionalProperties: false },
      children: { type: "array", ...(children.length > 0 ? { items: { anyOf: children } } : { maxItems: 0 }) },
      text,
    },
    required: ["name", "attributes", "children", "text"],
    additionalProperties: false,
  };
}

const severity = { enum: ["ignore", "info", "warning", "error"] };
const error = element("error", { line: count, column: count, severity, message: text, source: text }, [
  "line",
  "severity",
  "message",
  "source",
]);
export const checkstyleShape = element(
  "checkstyle",
  { version: text },
  ["version"],
  [element("file", { name: { ...text, minLength: 1 } }, ["name"], [error])],
);

const line = { type: "integer", minimum: 1 };
export const gitlabShape = {
  type: "array",
  items: {
    type: "object",
    properties: {
      description: { ...text, minLength: 1 },
      check_name: text,
      fingerprint: { ...text, minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        properties: {
          // Relative to the root of the repository, or GitLab finds no file for it.
          path: { ...text, pattern: "^(?![./])" },
          lines: { type: "object", properties: { begin: line, end: line }, required: ["begin"] },
        },
        required: ["path", "lines"],
      },
    },
    required: ["description", "check_name", "fingerprint", "severity", "location"],
  },
};
