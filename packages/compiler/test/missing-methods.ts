/** Public methods that we do not have, by `Class.name(types)`, each with the reason why not. */
export const missingMethods: readonly { readonly signature: RegExp; readonly reason: string }[] = [
  {
    signature: /\.(?:stream|parallelStream|spliterator|chars|codePoints|lines)\(\)$/,
    reason:
      "What it returns is of a class that Velocity cannot call (SecureUberspector keeps it from non-public ones), or has state of its own that prints as an identity hash",
  },
  {
    signature: /\.(?:describeConstable\(\)|resolveConstantDesc\(Lookup\))$/,
    reason: "An Optional for compilers; a template has no use for it and no Lookup to pass",
  },
  {
    signature: /^Entry\.comparingBy(?:Key|Value)\(/,
    reason: "A Comparator, which prints as the name and address of a lambda; what would take it would sort by it",
  },
  {
    signature: /^(?:LinkedHashMap\.(?:of|ofEntries|copyOf|entry)|Entry\.copyOf)\(/,
    reason:
      "Immutable maps and entries have no representation of their own here, and a JVM orders them anew each time it starts",
  },
  {
    signature: /^BigInteger\.probablePrime\(int,Random\)$/,
    reason: "A template has no Random; with null it only throws",
  },
  {
    signature: /^String\.contentEquals\(StringBuffer\)$/,
    reason: "A template has no StringBuffer; null goes to the one for CharSequence and throws the same",
  },
  {
    signature: /^(?:Integer\.getInteger\(String,int\)|Long\.getLong\(String,Long\))$/,
    reason: "Velocity keeps one of the overloads that differ in a primitive and its wrapper only",
  },
  {
    signature: /^String\.valueOf\((?:boolean|char|double|float|int|long)\)$/,
    reason: "The overload for Object prints the same",
  },
];
