const numberPattern = /^(?:-\?)?(?:\(?0\|\[1-9\]\[0-9\]\*\)?|\[1-9\](?:\[0-9\][*+])?)(?:\(\\\.\[0-9\]\+\)\?)?$/;

/** Whether a regular expression surely matches JSON's numbers only, such as `-?(0|[1-9]\d*)(\.\d+)?`. */
export function matchesNumbersOnly(regex: string): boolean {
  const plain = regex.replace(/^\^/, "").replace(/\$$/, "").replaceAll("\\d", "[0-9]").replaceAll("(?:", "(");
  return numberPattern.test(plain);
}
