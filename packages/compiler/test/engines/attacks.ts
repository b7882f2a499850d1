/** A template that is nested, repeated or long `n` times over. */
export type Attack = (n: number) => string;

const r = (text: string, n: number) => text.repeat(n);
/** As many as are read. */
const steps = (n: number) => Math.min(n, 1000);
const nested = (open: string, inside: string, close: string): Attack => {
  return (n) => r(open, n) + inside + r(close, n);
};

/** What exhausts a parser, a generator, an engine's own parser, a renderer or a regular expression. */
export const attacks: Readonly<Record<string, Attack>> = {
  calls: nested("$a.b(", "", ")"),
  "calls with a text": (n) => `#set($a='x')${r("$a.concat(", n)}'y'${r(")", n)}`,
  "calls in braces": nested("${a.b(", "", ")}"),
  "calls in a string": (n) => `#set($x="${r("$a.b(", n)}${r(")", n)}")$x`,
  "calls never closed": (n) => r("$a.b(", n),
  indexes: nested("$a[", "0", "]"),
  lists: (n) => `#set($x=${r("[", n)}${r("]", n)})`,
  maps: (n) => `#set($x=${r("{'a':", n)}1${r("}", n)})`,
  parentheses: (n) => `#set($x=${r("(", n)}1${r(")", n)})`,
  mixed: (n) => `#set($a=${r("[$x.y({'k':(", n)}1${r(")})]", n)})`,
  "lists never closed": (n) => `#set($a=${r("[{'a':[", n)}`,
  negations: (n) => `#if(${r("!", n)}$a)x#end`,
  "negated parentheses": (n) => `#if(${r("!(", n)}$a${r(")", n)})x#end`,
  comparisons: (n) => `#if(${r("(1==", n)}1${r(")", n)})x#end`,
  differences: (n) => `#set($x=1${r(" - 1", n)})$x`,
  sums: (n) => `#set($x='a'${r("+'b'", n)})$x`,
  conjunctions: (n) => `#if(true${r("&&true", n)})x#end`,
  disjunctions: (n) => `#if(false${r("||false", n)})x#end`,
  "chain of calls": (n) => `#set($s='a')$s${r(".trim()", steps(n))}`,
  "chain of properties": (n) => `#set($s='a')$s${r(".a", steps(n))}`,
  "chain of indexes": (n) => `#set($s=[1])$s${r("[0]", steps(n))}`,
  "chain that is set": (n) => `#set($s={})#set($s${r(".a", steps(n))}=1)`,
  "chain of the context": (n) => `$context${r(".a", steps(n))}`,
  "chain of parameters": (n) => `$input.params()${r(".a", steps(n))}`,
  ifs: nested("#if(true)", "x", "#end"),
  "else ifs": (n) => `#if(false)${r("#elseif(false)", n)}x#end`,
  elses: nested("#if(false)#else", "x", "#end"),
  "ifs in a string": (n) => `#if("${r("#if($a)", n)}${r("#end", n)}")x#end`,
  "ifs never closed": (n) => r("#if(", n),
  loops: nested("#foreach($i in [1])", "x", "#end"),
  defines: (n) => `${r("#define($x)", n)}x${r("#end", n)}$x`,
  macros: (n) => `${r("#macro(x)", n)}x${r("#end", n)}#x()`,
  "long integer": (n) => `#set($x=${r("9", n)})$x`,
  "long text": (n) => `#set($x='${r("a", n)}')$x`,
  "many arguments": (n) => `$a.b(${r("1,", n)}1)`,
  "many items": (n) => `#set($x=[${r("1,", n)}1])`,
  "long range": (n) => `#foreach($i in [1..${n}])#end`,
  "JSONPath, steps": (n) => `$input.json('$${r(".a", n)}')`,
  "JSONPath, filters": (n) => `$input.json('$${r("[?(@", n)}')`,
  "JSONPath, parentheses": (n) => `$input.json('$[?(${r("(", n)}@.a${r(")", n)})]')`,
  "pattern, groups": (n) => `#set($s='a')$s.matches('${r("(", n)}a${r(")", n)}')`,
  "pattern, classes": (n) => `#set($s='a')$s.matches('${r("[a", n)}${r("]", n)}')`,
  "pattern, alternatives": (n) => `#set($s='a')$s.matches('${r("a|", n)}a')`,
  "pattern, repetition": (n) => `#set($s='${r("a", n)}')$s.matches('(a|b)*')`,
  "pattern, property": (n) => `#set($s='a')$s.matches('\\p{${r("L", n)}}')`,
  JSON: (n) => `$util.parseJson('${r("[", n)}${r("]", n)}')`,
  "JSON printed": (n) =>
    `#set($l=$util.parseJson('${r("[", Math.min(n, 900))}${r("]", Math.min(n, 900))}'))$l.hashCode()$l`,
  "format width": (n) => `#set($s='a')$s.format('%${n}d',1)`,
  "repeated text": (n) => `#set($s='a')$s.repeat(${n * 100}).length()`,
  "power of an integer": (n) => `#set($b=$util.parseJson('12345678901234567890'))$b.pow(${n}).bitLength()`,
  "list in a list": (n) => `#set($l=[])#foreach($i in [1..${Math.min(n, 900)}])#set($l=[$l])#end$l`,
  "evaluates itself": () => "#set($s='#evaluate($s)')#evaluate($s)",
  "calls itself": () => "#macro(m)#m()#end#m()",
  "contains itself": () => "#set($a=[1])#set($b=[$a])#set($x=$a.add($b))$a.toString()",
  exclamations: (n) => `${r("$!", n)}a`,
  hashes: (n) => r("#", n),
  dollars: (n) => r("$", n),
  braces: (n) => r("${", n),
  comments: (n) => r("#*", n),
  "open string": (n) => `#set($a="${r('$b.c("', n)}`,
};

export const SIZES = [190, 2000] as const;
export const DIALECTS = ["apigateway", "velocity"] as const;
