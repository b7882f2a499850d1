const DIRECTIVE_OPENING = /#\{?(?:set|if|elseif|foreach)\}?[ \t]*\(/y;
const METHOD_OPENING = /\$!?\{?[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)*\(/y;
const CHAINED_CALL = /(?:\.[a-zA-Z][\w-]*)+\(/y;

/**
 * Tells whether the end of a growing template text lies where Velocity reads an expression (`#if($x == |)`) rather
 * than text or the inside of a string. Follows parentheses and quotes only.
 */
export class ExpressionScanner {
  private at = 0;
  private depth = 0;
  private quote = "";

  /** Reads on to the end of `text`, which starts with what was read before. */
  inExpression(text: string): boolean {
    while (this.at < text.length) this.step(text);
    return this.depth > 0 && this.quote === "";
  }

  private step(text: string): void {
    const character = text[this.at]!;
    if (this.depth === 0) {
      this.at = this.opening(text, character);
      return;
    }
    this.at++;
    if (this.quote !== "") {
      if (character === this.quote) this.quote = "";
    } else if (character === '"' || character === "'") this.quote = character;
    else if (character === "(") this.depth++;
    else if (character === ")") {
      this.depth--;
      if (this.depth === 0) this.tryOpen(CHAINED_CALL, text);
    }
  }

  private opening(text: string, character: string): number {
    if (text.startsWith("##", this.at)) {
      const lineEnd = text.indexOf("\n", this.at);
      return lineEnd < 0 ? text.length : lineEnd;
    }
    if (character === "#" && this.tryOpen(DIRECTIVE_OPENING, text)) return this.at;
    if (character === "$" && this.tryOpen(METHOD_OPENING, text)) return this.at;
    return this.at + 1;
  }

  private tryOpen(pattern: RegExp, text: string): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(text);
    if (match === null) return false;
    this.at += match[0].length;
    this.depth = 1;
    return true;
  }
}
