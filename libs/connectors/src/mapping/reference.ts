import { z } from 'zod';
import { EXAMPLES } from './reference-examples.js';
import { sheetMapping } from './schema.js';

type Json = Record<string, unknown>;

/** The mapping's reference in Markdown, made from its schema: every part with what it may be, an example for each rule. */
export function mappingReference(): string {
  const schema = z.toJSONSchema(sheetMapping, { io: 'input', unrepresentable: 'any' }) as Json;
  const properties = schema['properties'] as Record<string, Json>;
  const rules = ((properties['columns']?.['items'] as Json)['oneOf'] ??
    (properties['columns']?.['items'] as Json)['anyOf']) as Json[];
  return [
    '# Mapping reference',
    '',
    'Made from the schema (`UPDATE_REFERENCE=1 npm test -- tests/unit/connectors-mapping-reference`); do not edit. A mapping says how the files of a',
    'source are read. `npx hub read FILE --mapping-out mapping.json` writes one for a file; this page says what each part means.',
    '',
    '## The document',
    '',
    table(properties),
    '',
    '## `layout`',
    '',
    table((properties['layout']?.['properties'] ?? {}) as Record<string, Json>),
    '',
    '## Rows that are left out: `leaveOut`',
    '',
    table(((properties['leaveOut']?.['items'] as Json)['properties'] ?? {}) as Record<string, Json>),
    '',
    example(EXAMPLES['leaveOut']),
    '',
    '## People over several lines: `lines`',
    '',
    table((properties['lines']?.['properties'] ?? {}) as Record<string, Json>),
    '',
    example(EXAMPLES['lines']),
    '',
    '## Rules of `columns`',
    '',
    ...rules.flatMap(ruleSection),
  ].join('\n');
}

function ruleSection(rule: Json): string[] {
  const properties = { ...(rule['properties'] as Record<string, Json>) };
  const as = String(properties['as']?.['const']);
  delete properties['as'];
  return [
    `### \`${as}\``,
    '',
    EXAMPLES[as]?.says ?? '',
    '',
    table(properties, rule['required'] as string[]),
    '',
    example(EXAMPLES[as]),
    '',
  ];
}

const example = (given: { json: unknown } | undefined): string =>
  given ? ['```json', JSON.stringify(given.json), '```'].join('\n') : '';

function table(properties: Record<string, Json>, required: string[] = []): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const otherwise = schema['default'] === undefined ? '' : short(schema['default']);
    return `| \`${name}\`${required.includes(name) ? ' (needed)' : ''} | ${kindOf(schema)} | ${otherwise} |`;
  });
  return ['| part | may be | unless said |', '|---|---|---|', ...rows].join('\n');
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? 'see `schema.ts`' : `\`${text.replaceAll('|', '\\|')}\``;
}

function kindOf(schema: Json): string {
  if (Array.isArray(schema['enum']))
    return (schema['enum'] as unknown[]).map((one) => `\`${String(one)}\``).join(', ');
  if (schema['const'] !== undefined) return `\`${String(schema['const'])}\``;
  const either = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (either) return either.length > 6 ? 'a rule, see below' : either.map(kindOf).join(' or ');
  if (schema['type'] === 'array') return `a list of: ${kindOf((schema['items'] ?? {}) as Json)}`;
  if (schema['type'] === 'object')
    return schema['additionalProperties']
      ? `an object of: ${kindOf(schema['additionalProperties'] as Json)}`
      : 'an object';
  return (
    { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'null' }[
      String(schema['type'])
    ] ?? 'anything'
  );
}
