import { itemList } from "./item-list.mjs";
import { passthrough } from "./passthrough.mjs";
import { priceList } from "./price-list.mjs";
import { putItem } from "./put-item.mjs";
import { staticText } from "./static-text.mjs";

/**
 * What is measured: a template, an event, and a function written by hand that gives the same bytes.
 * @typedef {object} Shape
 * @property {string} id
 * @property {string} title
 * @property {number} calls renderings of a sample beside another build: some 15 milliseconds
 * @property {string} template
 * @property {{body: string, headers: object, querystring: object, path: object, stageVariables: object, context: object}} event
 * @property {(event: Shape["event"], escapeJavaScript: (text: string) => string) => string} render by hand
 */

/** @type {Shape[]} */
export const shapes = [putItem, itemList, passthrough, priceList, staticText];
