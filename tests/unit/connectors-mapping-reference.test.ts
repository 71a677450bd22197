import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connector, mappingReference } from '#connectors';
import { format } from 'prettier';

const path = join(process.cwd(), 'docs', 'mapping-reference.md');
const made = await format(mappingReference(), { parser: 'markdown', printWidth: 110 });

test('the mapping reference is what the schema says', () => {
  if (process.env['UPDATE_REFERENCE']) writeFileSync(path, made);
  expect(readFileSync(path, 'utf8')).toBe(made);
});

test('every example in it is accepted', async () => {
  const spreadsheet = await connector('spreadsheet');
  const examples = [...made.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
    ([, text]) => JSON.parse(text!) as { as?: string },
  );
  expect(examples.length).toBeGreaterThan(15);
  for (const example of examples) {
    const place = { as: 'place', column: 'Any' };
    const mapping = {
      engagement: { key: 'k', title: 'T' },
      ...(example.as ? { columns: [place, example] } : { columns: [place], ...example }),
    };
    expect({ example, problem: spreadsheet?.checkMapping(mapping) }).toEqual({ example, problem: null });
  }
});
