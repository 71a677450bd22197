/**
 * A JSON value as read: numbers keep their digits as written (an id of 19 digits must not be rounded), objects keep the
 * order of their keys and their repeated keys.
 */
export type JsonValue =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; source: string }
  | { type: 'string'; value: string }
  | { type: 'array'; items: JsonValue[]; line: number }
  | { type: 'object'; entries: [string, JsonValue][]; line: number };

/** Where and why a text is not JSON; `offset` counts UTF-16 units from 0. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly what: string,
    readonly offset: number,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${what} (line ${line}, column ${column})`);
  }
}

/** Deeper nesting than this is no table of answers, and recursion must end somewhere. */
export const MAX_DEPTH = 256;

/** Reads one JSON value (RFC 8259) and demands that nothing but white space follows it. Throws `JsonSyntaxError`. */
export function parseJson(text: string): JsonValue {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const WHITE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(private readonly text: string) {}

  value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw this.error(`Nested deeper than ${MAX_DEPTH} levels`);
    this.skipWhite();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return { type: 'string', value: this.string() };
      case 't':
        return this.word('true', { type: 'boolean', value: true });
      case 'f':
        return this.word('false', { type: 'boolean', value: false });
      case 'n':
        return this.word('null', { type: 'null' });
      default:
        return this.number();
    }
  }

  end(): void {
    this.skipWhite();
    if (this.at < this.text.length) throw this.error('Something follows the end of the JSON value');
  }

  private object(depth: number): JsonValue {
    const entries: [string, JsonValue][] = [];
    const line = this.line;
    this.at++;
    if (this.closes('}')) return { type: 'object', entries, line };
    for (;;) {
      this.skipWhite();
      if (this.text[this.at] !== '"') throw this.error('Expected a property name in double quotes');
      const key = this.string();
      this.skipWhite();
      if (this.text[this.at] !== ':') throw this.error('Expected a colon after the property name');
      this.at++;
      entries.push([key, this.value(depth + 1)]);
      if (this.closes('}')) return { type: 'object', entries, line };
      this.comma('}');
    }
  }

  private array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    const line = this.line;
    this.at++;
    if (this.closes(']')) return { type: 'array', items, line };
    for (;;) {
      items.push(this.value(depth + 1));
      if (this.closes(']')) return { type: 'array', items, line };
      this.comma(']');
    }
  }

  private string(): string {
    let value = '';
    this.at++;
    for (;;) {
      PLAIN.lastIndex = this.at;
      value += PLAIN.exec(this.text)?.[0] ?? '';
      this.at = PLAIN.lastIndex;
      const next = this.text[this.at];
      if (next === '"') {
        this.at++;
        return value;
      }
      if (next === undefined) throw this.error('A string is not closed');
      if (next !== '\\') throw this.error('A control character stands unescaped in a string');
      value += this.escape();
    }
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const hex = this.text.slice(this.at + 2, this.at + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex))
      throw this.error('An escape in a string is not valid');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private number(): JsonValue {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (!match)
      throw this.error(this.at >= this.text.length ? 'The text ends too early' : 'Expected a JSON value');
    this.at = NUMBER.lastIndex;
    return { type: 'number', source: match[0] };
  }

  private word(word: string, value: JsonValue): JsonValue {
    if (!this.text.startsWith(word, this.at)) throw this.error('Expected a JSON value');
    this.at += word.length;
    return value;
  }

  private closes(bracket: string): boolean {
    this.skipWhite();
    if (this.text[this.at] !== bracket) return false;
    this.at++;
    return true;
  }

  private comma(bracket: string): void {
    if (this.text[this.at] !== ',') throw this.error(`Expected a comma or ${bracket}`);
    this.at++;
  }

  private skipWhite(): void {
    for (; WHITE.has(this.text.charCodeAt(this.at)); this.at++)
      if (this.text.charCodeAt(this.at) === 0x0a) {
        this.line++;
        this.lineStart = this.at + 1;
      }
  }

  private error(what: string): JsonSyntaxError {
    return new JsonSyntaxError(what, this.at, this.line, this.at - this.lineStart + 1);
  }
}
