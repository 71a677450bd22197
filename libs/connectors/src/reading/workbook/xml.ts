import { SaxesParser } from 'saxes';
import { WorkbookError, type Container } from './zip.js';

export interface XmlElement {
  /** Local name, whatever its prefix: so transitional and strict workbooks read alike. */
  name: string;
  /** Attributes by local name; a prefixed one also as written (`r:id`). */
  attributes: Record<string, string>;
}

export interface XmlHandlers {
  open?(element: XmlElement): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** Streams one part of the workbook. Entities from a DTD are never expanded. Throws `WorkbookError` naming part, line, column. */
export function readXml(container: Container, part: string, handlers: XmlHandlers): boolean {
  const pieces = container.read(part);
  if (!pieces) return false;
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', () => {
    throw new WorkbookError(
      'workbook-damaged',
      `The part "${part}" of the workbook is not valid XML at line ${parser.line}, column ${parser.column}.`,
    );
  });
  parser.on('opentag', (tag) =>
    handlers.open?.({ name: local(tag.name), attributes: attributesOf(tag.attributes) }),
  );
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  for (const chunk of textChunks(pieces, part)) parser.write(chunk);
  parser.close();
  return true;
}

function attributesOf(found: Record<string, unknown>): Record<string, string> {
  const attributes = found as Record<string, string>;
  for (const name in found) if (name.includes(':')) attributes[local(name)] ??= attributes[name] as string;
  return attributes;
}

const CHUNK = 1 << 16;

function* textChunks(pieces: Iterable<Uint8Array>, part: string): Generator<string> {
  let decoder: Decoder | null = null;
  try {
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      decoder ??= decoderFor(piece);
      for (let at = 0; at < piece.length; at += CHUNK)
        yield decoder.decode(piece.subarray(at, at + CHUNK), { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new WorkbookError(
        'workbook-damaged',
        `The part "${part}" of the workbook holds bytes that are not UTF-8.`,
      );
    throw error;
  }
}

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(bytes: Uint8Array): Decoder {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
}
