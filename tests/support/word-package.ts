import { strFromU8, unzipSync } from 'fflate';

/** Parts of an Office file by name, XML as text. */
export const partsOf = (file: Uint8Array): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(file)));

/** One element of well-formed XML, in the order in which it stands. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');

/** Reads XML without comments or CDATA, as ours is. @throws Error where tags do not fit or an attribute comes twice */
export function readXml(bytes: Uint8Array): Element {
  const xml = strFromU8(bytes).replace(/^<\?xml[^>]*\?>\s*/, '');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let at = 0;
  for (const tag of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    const here = open.at(-1)!;
    const between = xml.slice(at, tag.index);
    if (/[<>]|&(?!(?:lt|gt|quot|apos|amp|#\d+);)/.test(between))
      throw new Error(`not well-formed: ${between.slice(0, 80)}`);
    here.text += plain(between);
    at = tag.index + tag[0].length;
    const [, ends, name = '', attributes = '', empty] = tag;
    if (ends) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> ends ${here.name}`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)] as const); // prettier-ignore
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute of ${name} comes twice`); // prettier-ignore
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    here.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length > 1 || top.children.length !== 1) throw new Error('not one whole element');
  return top.children[0]!;
}

/** Every element of that name under one, itself included, in the document's order. */
export const allOf = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((one) => allOf(one, name)),
];
export const oneOf = (element: Element, name: string): Element => {
  const found = allOf(element, name);
  if (found.length === 0) throw new Error(`no ${name}`);
  return found[0]!;
};

/**
 * What makes an office program ask to repair a file, by the rules of packages (ECMA-376 part 2): parts without a type, types and relationships to what
 * is not there, a relationship that is named and missing, named twice or never used. Empty of a sound one.
 */
export function packageFaults(file: Uint8Array): string[] {
  const parts = partsOf(file);
  const faults: string[] = [];
  const types = readXml(parts.get('[Content_Types].xml')!);
  const of = (name: string): Element[] => types.children.filter((one) => one.name === name);
  const byEnd = new Map(of('Default').map(({ attributes }) => [attributes['Extension'], attributes['ContentType']])); // prettier-ignore
  const byName = new Map(of('Override').map(({ attributes }) => [attributes['PartName'], attributes['ContentType']])); // prettier-ignore
  if (byEnd.size < of('Default').length || byName.size < of('Override').length) faults.push('a type is given twice'); // prettier-ignore
  for (const name of byName.keys()) if (!parts.has(name!.slice(1))) faults.push(`a type of no part: ${name}`);
  for (const name of parts.keys()) {
    if (name === '[Content_Types].xml') continue;
    const type = byName.get(`/${name}`) ?? byEnd.get(name.split('.').at(-1));
    if (!type || (type === 'application/xml' && name.endsWith('.xml')))
      faults.push(`no type of its own: ${name}`);
    if (/\.(xml|rels)$/.test(name)) readXml(parts.get(name)!);
  }
  const reached = new Set<string>(['[Content_Types].xml']);
  for (const [name, bytes] of parts) {
    const [, folder = '', source = ''] = /^(.*?)_rels\/(.*)\.rels$/.exec(name) ?? [];
    if (!name.endsWith('.rels')) continue;
    reached.add(name);
    const ids = new Set<string>();
    for (const { attributes } of readXml(bytes).children) {
      const { Id = '', Target = '', TargetMode, Type = '' } = attributes;
      if (ids.has(Id) || !/^[A-Za-z_]/.test(Id)) faults.push(`${name}: id ${Id}`);
      ids.add(Id);
      if (!Type.startsWith('http://schemas.openxmlformats.org/')) faults.push(`${name}: type ${Type}`);
      if (TargetMode === 'External') continue;
      const to = decodeURIComponent(new URL(Target, `zip:///${folder}`).pathname.slice(1));
      if (!parts.has(to)) faults.push(`${name}: leads to no part ${to}`);
      reached.add(to);
    }
    if (source === '') continue;
    const text = strFromU8(parts.get(folder + source)!);
    const used = new Set([...text.matchAll(/ r:id="([^"]*)"/g)].map(([, id = '']) => id));
    for (const id of used) if (!ids.has(id)) faults.push(`${folder}${source}: no relationship ${id}`);
    for (const { attributes } of readXml(bytes).children) {
      const { Id = '', Type = '' } = attributes;
      // Styles are found by the kind of their relationship alone.
      if (!used.has(Id) && !Type.endsWith('/styles')) faults.push(`${name}: ${Id} is never used`);
    }
  }
  for (const name of parts.keys()) if (!reached.has(name)) faults.push(`nothing leads to ${name}`);
  return faults;
}
