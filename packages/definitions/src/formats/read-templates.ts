import type { MappingTemplate, Place } from "../api-definition.js";
import { directiveInComment } from "../lost-to-yaml.js";
import type { Declared } from "../source/declared.js";
import type { Evaluation } from "../source/evaluation.js";
import { type Located, placeOf } from "../source/source-document.js";
import { isIntrinsic, pointerTo } from "../tree/lookup.js";

/** A place in a file that addresses name. */
type Addressed = Located & { readonly address: string };

/**
 * The templates under a key: a map from content type to text, in which `null` says that there is none. `alone` is the
 * content type of a text that stands there instead.
 */
export function readTemplates(owner: Declared, key: string, alone?: string): MappingTemplate[] {
  if (owner.evaluation.policy === "inspect") {
    const at = owner.unsettled(key);
    return at === undefined ? [] : inspectTemplates(at, owner.evaluation, alone);
  }
  const declared = owner.get(key);
  if (declared === undefined || declared.isNull) return [];
  const entries = declared.isMap || alone === undefined ? declared.entries() : [{ key: alone, value: declared }];
  return entries.flatMap((entry) => readTemplate(entry.key, entry.value));
}

function readTemplate(contentType: string, value: Declared): MappingTemplate[] {
  // A file that is a template as a whole is its text, even if it looks like JSON.
  const isFile = value.node === value.document.root;
  if (value.isNull && !isFile) return [];
  const text = isFile ? value.fileText() : value.text();
  if (text !== undefined) return [{ contentType, text, place: isFile ? wholeFile(value) : value.place }];
  const message = `the template of ${contentType} is a ${value.node.kind} instead of a text; left out`;
  value.evaluation.report("definition-not-valid", value, message, "put it in quotes, or behind | in YAML");
  return [];
}

const wholeFile = ({ document: { file, text } }: Declared): Place => ({ file, range: { start: 0, end: text.length } });

/**
 * The templates of a map, or a text by itself, where they stand and under all conditions: editors and rules read their
 * texts there. No search by key finds them after that.
 */
export function inspectTemplates(
  at: Addressed,
  evaluation: Evaluation,
  alone?: string,
  conditions: readonly string[] = [],
): MappingTemplate[] {
  evaluation.claimed.add(at.node);
  return evaluation.arms(at.node, at.document).flatMap((arm) => {
    const { node, document } = arm.located;
    const all = [...conditions, ...arm.conditions];
    const address = arm.path.reduce<string>(pointerTo, at.address);
    evaluation.claimed.add(node);
    const declare = (text: Addressed, contentType: string) =>
      evaluation.arms(text.node, text.document).flatMap(({ located, path, conditions: inner }): MappingTemplate[] => {
        if (isAbsent(located)) return [];
        const source = {
          ...located,
          address: path.reduce<string>(pointerTo, text.address),
          conditions: [...all, ...inner],
          declaredIn: at.document,
        };
        return [{ contentType, text: "", place: placeOf(located.node, located.document), source }];
      });
    if (node.kind !== "map" || isIntrinsic(node)) {
      return alone === undefined ? [] : declare({ node, document, address }, alone);
    }
    const own = node.entries.flatMap(({ key, value }) =>
      declare({ ...evaluation.located(value, document), address: pointerTo(address, key) }, key),
    );
    const rest = node.rest ?? [];
    return [
      ...own,
      ...rest.flatMap((each) => inspectTemplates({ node: each, document, address }, evaluation, undefined, all)),
    ];
  });
}

/** `null` says that there is no template, unless one was meant that YAML takes for a comment. */
const isAbsent = ({ node, document }: Located): boolean =>
  node.kind === "scalar" && node.value === null && directiveInComment(document.text, node.end) === undefined;
