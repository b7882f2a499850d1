/** What `initialize` answers; a test holds it equal to package.json, which a bundle cannot read. */
export const VERSION = "0.1.0";
