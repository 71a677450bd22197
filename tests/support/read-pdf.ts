import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A node of a page's structure tree, as pdf.js tells it. */
interface Node {
  role?: string;
  /** Of a leaf: the marked content that it holds. */
  id?: string;
  alt?: string;
  lang?: string;
  children?: Node[];
}

export interface ReadPdf {
  title: string;
  language: string | null;
  marked: boolean;
  pages: number;
  /** Headings of the outline, from the top. */
  outline: string[];
  trees: Node[];
  /** Words in the order in which they stand in the file, lines joined by a space. */
  text: string;
  /** Words in the order of the structure tree, as a screen reader says them, without spaces: what is in no tag is said by nobody. */
  readOut: string;
  /** Words that begin or end beyond the edges of their sheet: nobody sees the whole of them. */
  cut: string[];
  /** Words of each sheet, from the first. */
  sheets: string[];
  /** Where it leads, in the order in which it stands in the file. */
  addresses: string[];
}

interface Entry {
  title: string;
  items: Entry[];
}

/** Reads a PDF as a reader's program would, by pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const folder = dirname(
    createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'),
  );
  const address = pathToFileURL(join(folder, 'legacy', 'build', 'pdf.mjs')).href;
  const { getDocument } = (await import(address)) as typeof import('pdfjs-dist');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const { info, metadata } = await pdf.getMetadata();
  const told = info as { Title?: string; Language?: string };
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const trees = await Promise.all(pages.map((page) => page.getStructTree() as Promise<Node | null>));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const said = await Promise.all(pages.map((page) => page.getTextContent({ includeMarkedContent: true })));
  const outline = ((await pdf.getOutline()) ?? []) as Entry[];
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  const read: ReadPdf = {
    title: String(told.Title ?? metadata?.get('dc:title') ?? ''),
    language: told.Language ?? null,
    marked: marked?.Marked === true,
    pages: pdf.numPages,
    outline: outline.flatMap(function all({ title, items }): string[] {
      return [title, ...items.flatMap(all)];
    }),
    trees: trees.filter((tree) => tree !== null),
    sheets: texts.map(({ items }) =>
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .trim(),
    ),
    addresses: (await Promise.all(pages.map((page) => page.getAnnotations() as Promise<{ url?: string }[]>)))
      .flat()
      .flatMap(({ url }) => url ?? []),
    text: texts
      .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')))
      .join('')
      .replaceAll(/\s+/g, ' '),
    // What bears no tags, as a page that a browser prints, is said in no order.
    readOut: trees.map((tree, at) => (tree ? readOut(tree, said[at]!.items) : '')).join(''),
    cut: texts.flatMap(({ items }, at) => {
      const [left = 0, , right = 0] = pages[at]!.view;
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const from = Number(item.transform[4]);
        return from < left || from + item.width > right + 1 ? [item.str] : [];
      });
    }),
  };
  await task.destroy();
  return read;
}

interface Marked {
  type?: string;
  id?: string | null;
  str?: string;
}

/** Words of a page's marked content, in the order in which its tree names it. */
function readOut(tree: Node, items: readonly object[]): string {
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items as readonly Marked[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? open.at(-1) ?? null);
    else if (item.type === 'endMarkedContent') open.pop();
    const within = open.at(-1);
    if (within && item.str) words.set(within, (words.get(within) ?? '') + item.str);
  }
  const leaves = (node: Node): string[] => [
    ...(node.id ? [node.id] : []),
    ...(node.children ?? []).flatMap(leaves),
  ];
  return leaves(tree).map((leaf) => words.get(leaf) ?? '').join('').replaceAll(/\s+/g, ''); // prettier-ignore
}

/** Every tag of all pages, in reading order, with its words and what stands under it. */
export const tagsIn = (trees: readonly Node[]): { role: string; alt: string | null; children: string[] }[] =>
  trees.flatMap(function all({ role, alt, children = [] }): ReturnType<typeof tagsIn> {
    const here = role
      ? [{ role, alt: alt ?? null, children: children.flatMap((one) => one.role ?? []) }]
      : [];
    return [...here, ...children.flatMap(all)];
  });
