const APOSTROPHE_FIX = `.replaceAll("\\\\'","'")`;

const references = [
  "$input.path('$.a')",
  "$input.params('p')",
  "$input.path('$.l')",
  "$input.path('$.m').x",
  "$input.path('$.l').size()",
  "$input.path('$.l[0]')",
  "$input.path('$.m').keySet()",
  "$input.params().header.get('H')",
  "$input.params('p').length()",
  "$input.body",
  "$input.json('$.a')",
  "$context.requestId",
  "$context.requestTimeEpoch",
  "$context.identity.userAgent",
  "$context.authorizer.claims.sub",
  "$stageVariables.v",
  "$util.parseJson($input.params('p')).z",
  "$foreach.count",
  ...["$x", "$y", "$e", "$e.k", "$e.key", "$e.value", "$k", "$m.get($k)", "$n", "$s", "$q", "$b", "$d"],
  ...["$made.a", "$list", "$parts[0]"],
];

const wrappings: readonly ((reference: string) => string)[] = [
  (one) => one,
  (one) => one,
  (one) => one,
  (one) => `$util.escapeJavaScript(${one})`,
  (one) => `$util.escapeJavaScript(${one})${APOSTROPHE_FIX}`,
  (one) => `$util.escapeJavaScript(${one})${APOSTROPHE_FIX}`,
  (one) => `$util.base64Encode(${one})`,
  (one) => `$util.urlEncode(${one})`,
  (one) => `$util.urlDecode(${one})`,
  (one) => `${one}.replaceAll('["\\\\\\n]','')`,
  (one) => `${one}.replaceAll("[^a-z]","-")`,
  (one) => `${one}.replace('"',"'")`,
  (one) => `${one}.toString()`,
  (one) => `${one}.trim()`,
  (one) => `${one}.substring(0,1)`,
  (one) => `${one}.toUpperCase()`,
  (one) => `${one}.split(',')[0]`,
];

const conditions = [
  ...["$x", "!$x", "$x != ''", "$x == ''", "$x && $x != ''", "$x == $y", "$x == true", "'$x' == ''", '"$x" == "1"'],
  ...["$x.length() > 2", "$x.matches('[0-9]+')", "$x.matches('^[1-9]$')", "$x.isEmpty()", "$x.contains('a')"],
  ...["$x.toString().equals('1')", "$q == 1", "$b", "!$b", "$n > 1", "$list.isEmpty()", "$parts.size() == 2"],
  ...["$foreach.hasNext", "$velocityHasNext", "$foreach.first", "$foreach.count > 1", "$foreach.index == 0"],
  "$foreach.count < $input.path('$.l').size()",
  ...["$list.contains($x)", '$list.contains("$y")', "$made.containsKey($input.params('p'))", "$x.matches('a|b')"],
  "$input.params('p') != ''",
  "$input.params('p').equals('1')",
  "$input.params('p') == 'open' || $y == 'z'",
  "$input.path('$.a') == 'lit'",
  "$input.path('$.a').equals('q')",
  "$input.path('$.b')",
  "$input.path('$.l').size() > 0",
  "$input.path('$.l') == '[]'",
  "$input.path('$.m').isEmpty()",
  "$input.path('$.m') != ''",
];

const settings = [
  "$x = $input.path('$.a')",
  "$x = $input.params('p')",
  "$x = $input.json('$.a')",
  "$x = $input.path('$.m').x",
  "$x = $input.path('$.n') * 2",
  "$x = $input.path('$.n') / 2",
  "$x = $util.escapeJavaScript($x)",
  `$x = $x${APOSTROPHE_FIX}`,
  '$x = "#if($b)1#else$x#end"',
  ...["$x = ''", "$x = 'true'", "$x = 5", "$x = 7 - 2", "$x = $e", "$y = $x", '$y = "v$x"', `$q = '"'`],
  ...["$b = true", "$b = false", "$b = $x != ''", "$b = $x == 'lit' && $y != ''"],
  ...["$n = 0", "$n = $n + 1", "$s = ''", "$s = $s + ','", '$s = "$s,$x"'],
  ...["$x = 'z' + ('a' - 1)", "$x = 5 / 0 + 1", "$n = $n.parseInt($x)", "$x = $n % 2", "$x = $x + $n"],
  ...["$made = {'a': 'b'}", "$made.a = $x", "$list = ['a', 'b']", "$r = $list.add($x)"],
  "$m = $input.params().querystring",
  "$m = $input.path('$.m')",
  "$parts = $input.params('p').split(',')",
  "$input.path('$').a = $x",
  "$z = $input.path('$.m').put('x', $y)",
  "$context.requestOverride.header.z = $x",
  "$x = $context.requestOverride.header.z",
];

const iterables = [
  "$input.path('$.l')",
  "$input.path('$.m')",
  "$input.path('$.m').entrySet()",
  "$input.path('$.m').values()",
  "$input.path('$.l').keySet()",
  "$input.params().keySet()",
  "$input.params().header.keySet()",
  "$context.authorizer.keySet()",
  ...["$m.keySet()", "$made.keySet()", "$parts", "$list", "[1..3]", "[1..$n]", "['a', 'b']"],
];

const commas = [
  "#if($foreach.hasNext),#end",
  "#if($foreach.hasNext),#end",
  "#if($velocityHasNext),#end",
  "#if(!$foreach.last),#end",
  "#if($foreach.count < 3),#end",
  ",",
];

/** Random templates that print something like JSON, the same ones for the same seed. */
export class RandomTemplates {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  next(): string {
    const block = this.#below(5) === 0 ? `#define($d)${this.#pick(["a", "$x", '"', "#set($x = 1)"])}#end` : "";
    return `${this.#statements()}${block}{${this.#members(0)}}`;
  }

  #value(depth: number): string {
    switch (this.#below(depth > 3 ? 5 : 12)) {
      case 0:
      case 1:
      case 2:
        return `"${this.#pick(["", "a ", ""])}${this.#expression()}${this.#pick(["", "b", ""])}"`;
      case 3:
        return this.#expression();
      case 4:
        return this.#pick(["1", "true", '"k"', "$input.json('$.a')", "$input.json('$.l')", "$foreach.count", "$n"]);
      case 5:
      case 6:
        return `{${this.#members(depth + 1)}}`;
      case 7:
      case 8:
        return `[${this.#loop(this.#statements() + this.#value(depth + 1) + this.#pick(commas))}]`;
      case 9:
        return `#if(${this.#pick(conditions)})${this.#statements()}${this.#value(depth + 1)}#else${this.#value(depth + 1)}#end`;
      case 10:
        return `{${this.#loop(`#if($foreach.index > 0),#end"${this.#expression()}":${this.#value(depth + 1)}`)}}`;
      default:
        return `[${this.#value(depth + 1)}, ${this.#value(depth + 1)}]`;
    }
  }

  #members(depth: number): string {
    const count = 1 + this.#below(3);
    let text = this.#statements();
    for (let i = 0; i < count; i++) {
      const member = `"k${i}":${this.#value(depth)}`;
      const isLast = i === count - 1;
      const isOptional = !isLast && this.#below(3) === 0;
      text += isOptional ? `#if(${this.#pick(conditions)})${member},#end` : member + (isLast ? "" : ",");
      if (this.#below(4) === 0) text += this.#statements();
    }
    return text;
  }

  #statements(): string {
    let text = "";
    for (let count = this.#below(3); count > 0; count--) {
      const set = () => `#set(${this.#pick(settings)})`;
      text += this.#below(3) > 0 ? set() : `#if(${this.#pick(conditions)})${set()}#else${set()}#end`;
    }
    return text;
  }

  #loop(body: string): string {
    return `#foreach($${this.#pick(["e", "k"])} in ${this.#pick(iterables)})${body}#end`;
  }

  #expression(): string {
    return this.#pick(wrappings)(this.#pick(references));
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)]!;
  }

  #below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % limit;
  }
}
