import type { Rule } from "../rule.js";
import { accessLogOnlyContext } from "./access-log-only-context/rule.js";
import { arrayPrinted } from "./array-printed/rule.js";
import { arraySlashEscape } from "./array-slash-escape/rule.js";
import { backslashQuote } from "./backslash-quote/rule.js";
import { binaryMock } from "./binary-mock/rule.js";
import { byteOrderMark } from "./byte-order-mark/rule.js";
import { claimsNeedBrackets } from "./claims-need-brackets/rule.js";
import { classOfValue } from "./class-of-value/rule.js";
import { commentInString } from "./comment-in-string/rule.js";
import { contextMapPrinted } from "./context-map-printed/rule.js";
import { countMethod } from "./count-method/rule.js";
import { directiveAsPlaceholder } from "./directive-as-placeholder/rule.js";
import { doubleOverride } from "./double-override/rule.js";
import { elseIf } from "./else-if/rule.js";
import { emptyUnquotedValue } from "./empty-unquoted-value/rule.js";
import { epochMilliseconds } from "./epoch-milliseconds/rule.js";
import { foreachOver1000 } from "./foreach-over-1000/rule.js";
import { formBodyNotUrlencoded } from "./form-body-not-urlencoded/rule.js";
import { gatewayResponseVtl } from "./gateway-response-vtl/rule.js";
import { headerCase } from "./header-case/rule.js";
import { headerNotMappable } from "./header-not-mappable/rule.js";
import { hostVariable } from "./host-variable/rule.js";
import { hyphenInReference } from "./hyphen-in-reference/rule.js";
import { integerDivision } from "./integer-division/rule.js";
import { interpolationInSingleQuotes } from "./interpolation-in-single-quotes/rule.js";
import { jsonInJson } from "./json-in-json/rule.js";
import { jsonPathInParams } from "./json-path-in-params/rule.js";
import { jsonSyntax } from "./json-syntax/rule.js";
import { jsonUnsafeEscapeJavascript } from "./json-unsafe-escape-javascript/rule.js";
import { mapPrintedInJson } from "./map-printed-in-json/rule.js";
import { mappingSource } from "./mapping-source/rule.js";
import { missingMethodResponse } from "./missing-method-response/rule.js";
import { missingReceiverTest } from "./missing-receiver-test/rule.js";
import { missingSigil } from "./missing-sigil/rule.js";
import { mockStatusCode } from "./mock-status-code/rule.js";
import { multiValueParam } from "./multi-value-param/rule.js";
import { noDefaultResponse } from "./no-default-response/rule.js";
import { nullLiteral } from "./null-literal/rule.js";
import { overrideInProxy } from "./override-in-proxy/rule.js";
import { passthroughDefault } from "./passthrough-default/rule.js";
import { printingMutator } from "./printing-mutator/rule.js";
import { propertyOfString } from "./property-of-string/rule.js";
import { quotedInputJson } from "./quoted-input-json/rule.js";
import { selectionPatternAlternatives } from "./selection-pattern-alternatives/rule.js";
import { selectionPatternGlob } from "./selection-pattern-glob/rule.js";
import { selectionPatternNewline } from "./selection-pattern-newline/rule.js";
import { selectionPatternStatusOnLambda } from "./selection-pattern-status-on-lambda/rule.js";
import { selectionPatternUnreachable } from "./selection-pattern-unreachable/rule.js";
import { semicolonAfterSet } from "./semicolon-after-set/rule.js";
import { stringNumberCompare } from "./string-number-compare/rule.js";
import { stringifiedAuthorizerValue } from "./stringified-authorizer-value/rule.js";
import { templateInProxy } from "./template-in-proxy/rule.js";
import { templateTooLarge } from "./template-too-large/rule.js";
import { textAfterJson } from "./text-after-json/rule.js";
import { trailingComma } from "./trailing-comma/rule.js";
import { trailingSigil } from "./trailing-sigil/rule.js";
import { truthyReferenceTest } from "./truthy-reference-test/rule.js";
import { unclosedDocument } from "./unclosed-document/rule.js";
import { undeclaredParameter } from "./undeclared-parameter/rule.js";
import { undefinedReference } from "./undefined-reference/rule.js";
import { unescapedParamInJson } from "./unescaped-param-in-json/rule.js";
import { unguardedIndex } from "./unguarded-index/rule.js";
import { unknownContextMember } from "./unknown-context-member/rule.js";
import { unknownInputMember } from "./unknown-input-member/rule.js";
import { unknownUtil } from "./unknown-util/rule.js";
import { unquotedEscapedJson } from "./unquoted-escaped-json/rule.js";
import { unreplacedVariable } from "./unreplaced-variable/rule.js";
import { unsupportedDirective } from "./unsupported-directive/rule.js";
import { valueAsCondition } from "./value-as-condition/rule.js";
import { velocity2Only } from "./velocity-2-only/rule.js";

/** Every rule, in alphabetical order. A repository check compares this list with the folders. */
export const rules: readonly Rule[] = [
  accessLogOnlyContext,
  arrayPrinted,
  arraySlashEscape,
  backslashQuote,
  binaryMock,
  byteOrderMark,
  claimsNeedBrackets,
  classOfValue,
  commentInString,
  contextMapPrinted,
  countMethod,
  directiveAsPlaceholder,
  doubleOverride,
  elseIf,
  emptyUnquotedValue,
  epochMilliseconds,
  foreachOver1000,
  formBodyNotUrlencoded,
  gatewayResponseVtl,
  headerCase,
  headerNotMappable,
  hostVariable,
  hyphenInReference,
  integerDivision,
  interpolationInSingleQuotes,
  jsonInJson,
  jsonPathInParams,
  jsonSyntax,
  jsonUnsafeEscapeJavascript,
  mapPrintedInJson,
  mappingSource,
  missingMethodResponse,
  missingReceiverTest,
  missingSigil,
  mockStatusCode,
  multiValueParam,
  noDefaultResponse,
  nullLiteral,
  overrideInProxy,
  passthroughDefault,
  printingMutator,
  propertyOfString,
  quotedInputJson,
  selectionPatternAlternatives,
  selectionPatternGlob,
  selectionPatternNewline,
  selectionPatternStatusOnLambda,
  selectionPatternUnreachable,
  semicolonAfterSet,
  stringNumberCompare,
  stringifiedAuthorizerValue,
  templateInProxy,
  templateTooLarge,
  textAfterJson,
  trailingComma,
  trailingSigil,
  truthyReferenceTest,
  unclosedDocument,
  undeclaredParameter,
  undefinedReference,
  unescapedParamInJson,
  unguardedIndex,
  unknownContextMember,
  unknownInputMember,
  unknownUtil,
  unquotedEscapedJson,
  unreplacedVariable,
  unsupportedDirective,
  valueAsCondition,
  velocity2Only,
];

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));
