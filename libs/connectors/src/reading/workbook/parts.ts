import { isDateFormat, BUILT_IN_DATE_FORMATS } from './number-format.js';
import { TextStore } from './text-store.js';
import { readXml } from './xml.js';
import { WorkbookError, type Container } from './zip.js';

export interface SheetInfo {
  name: string;
  hidden: boolean;
  part: string;
}

export interface WorkbookParts {
  /** Worksheets in the order of their tabs; chart sheets and macro sheets are left out. */
  sheets: SheetInfo[];
  /** Days are counted from 1904 (old Macintosh workbooks). */
  from1904: boolean;
  sharedStrings: TextStore;
  /** For each cell style, whether it shows a number as a date. */
  dateStyles: boolean[];
}

/** Everything that the sheets of a workbook need to be understood. Throws `WorkbookError`. */
export function readParts(container: Container): WorkbookParts {
  const main = mainPart(container);
  const relations = readRelations(container, main);
  const parts: WorkbookParts = {
    sheets: [],
    from1904: false,
    sharedStrings: new TextStore(),
    dateStyles: [],
  };
  const found = readXml(container, main, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') parts.from1904 = /^(1|true)$/i.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === (attributes['r:id'] ?? relationId(attributes)));
      if (!relation || !/worksheet$/i.test(relation.type) || !container.has(relation.target)) return;
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      parts.sheets.push({ name: attributes['name'] ?? '', hidden, part: relation.target });
    },
  });
  if (!found)
    throw new WorkbookError('format-unknown', 'The file is a zip archive but not a workbook (XLSX).');
  const partOf = (type: RegExp): string | null =>
    relations.find((relation) => type.test(relation.type))?.target ?? null;
  const strings = partOf(/sharedStrings$/i);
  if (strings) parts.sharedStrings = readSharedStrings(container, strings);
  const styles = partOf(/styles$/i);
  if (styles) parts.dateStyles = readDateStyles(container, styles);
  return parts;
}

/** The id under any prefix that the writer chose for the relationships namespace. */
const relationId = (attributes: Record<string, string>): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

interface Relation {
  id: string;
  type: string;
  target: string;
}

function mainPart(container: Container): string {
  const main = readRelations(container, '').find(({ type }) => /\/officeDocument$/i.test(type));
  return main && container.has(main.target) ? main.target : 'xl/workbook.xml';
}

function readRelations(container: Container, part: string): Relation[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const relations: Relation[] = [];
  readXml(container, `${folder}_rels/${part.slice(slash + 1)}.rels`, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = resolvePart(folder, attributes['Target'] ?? '');
      relations.push({ id: attributes['Id'] ?? '', type: attributes['Type'] ?? '', target });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Bytes of shared texts that are held: those of a million comments. */
const MOST_SHARED = 256 * 1024 * 1024;

/** Text of shared strings: plain or in runs of rich text; the reading aids of Japanese (`rPh`) are no part of it. */
function readSharedStrings(container: Container, part: string): TextStore {
  const strings = new TextStore();
  const collector = textCollector();
  readXml(container, part, {
    open: (element) => {
      if (element.name === 'si') collector.clear();
      collector.open(element.name);
    },
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      strings.push(collector.take());
      if (strings.size > MOST_SHARED)
        throw new WorkbookError('workbook-too-large', 'The workbook holds more text than the hub takes.');
    },
  });
  return strings;
}

/** Gathers the text of `t` elements outside `rPh`, with Excel's `_x000D_` escapes undone. */
export function textCollector(): {
  clear(): void;
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let inText = false;
  let inPhonetic = false;
  let value = '';
  return {
    clear: () => void (value = ''),
    open: (name) => {
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) value += text;
    },
    close: (name) => {
      if (name === 'rPh') inPhonetic = false;
      if (name === 't') inText = false;
    },
    take: () => unescapeText(value),
  };
}

/** Undoes Excel's escapes for characters that XML can't hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function readDateStyles(container: Container, part: string): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  readXml(container, part, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt')
        own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(own.get(id) ?? BUILT_IN_DATE_FORMATS.has(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}
