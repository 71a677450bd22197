import { describe, expect, it } from '@jest/globals';
import type { Ask, LookColumn } from '../../apps/dashboard/src/pages/upload/look.js';
import type { Mapping } from '../../apps/dashboard/src/pages/upload/mapping.js';
import {
  gathered,
  notDemanded,
  remembered,
  renamed,
  takenApart,
  withRow,
} from '../../apps/dashboard/src/pages/upload/reading/changes.js';
import {
  openAsks,
  settledBy,
  startOf,
  stepped,
} from '../../apps/dashboard/src/pages/upload/reading/draft.js';
import {
  ENGAGEMENT_PARTS,
  FILE_PARTS,
  LAYOUT_PARTS,
  LINES_PARTS,
} from '../../apps/dashboard/src/pages/upload/reading/file-parts.js';
import { PARTS, type Part } from '../../apps/dashboard/src/pages/upload/reading/parts.js';

/** The schema of mappings as far as it is walked through here: pages know nothing of the server's types. */
interface Schema {
  shape: Record<string, Schema>;
  unwrap(): Schema;
  element: Schema;
  options: Schema[];
  value: string;
  safeParse(document: unknown): { success: boolean };
}
const SCHEMA = '../../libs/connectors/src/mapping/schema.js';
const { sheetMapping } = (await import(SCHEMA)) as { sheetMapping: Schema };

const START: Mapping = {
  layout: { rows: 'recognised', rowsAs: {} },
  engagement: { key: 'walks', title: 'Walks' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'options', key: 'use', text: 'Which do you use?', columns: { Pool: 'Pool', Gym: 'Gym' } },
    { as: 'question', column: 'Why?', key: 'why', kind: 'free-text' },
  ],
};
const column = (label: string, position: number): LookColumn => ({
  label,
  position,
  letter: 'ABCDEFG'[position]!,
  confidence: 1,
  why: '',
  rows: 1,
  filled: 1,
  distinct: 1,
  values: [],
});
const isValid = (mapping: Mapping): boolean => sheetMapping.safeParse(mapping).success;
const keys = (parts: readonly Part[] | undefined): string[] => (parts ?? []).map(({ part }) => part);

/** What the schema lets a rule say, kind by kind. */
const rulesOfSchema = (): { as: string; parts: string[] }[] =>
  sheetMapping.shape['columns']!.unwrap().element.options.map(({ shape: { as, ...shape } }) => ({
    as: as!.value,
    parts: Object.keys(shape),
  }));

describe('the page of a reading', () => {
  it('can set all that a mapping can say', () => {
    // Said by the card's own choice, not among its details.
    const byChoice: Record<string, string[]> = {
      question: ['column', 'kind'],
      respondent: ['column', 'field'],
      demographic: ['column', 'characteristic'],
      options: ['kind'],
      support: ['column', 'act'],
    };
    const rules = rulesOfSchema();
    expect(rules.length).toBeGreaterThan(12);
    for (const { as, parts } of rules) {
      const said = [...keys(PARTS[as]), ...(byChoice[as] ?? ['column'])];
      expect({ as, missing: parts.filter((part) => !said.includes(part)) }).toEqual({ as, missing: [] });
    }
    const { shape } = sheetMapping;
    const layout = Object.keys(shape['layout']!.unwrap().shape);
    // Rows are said in the grid.
    expect(layout.filter((part) => part !== 'rowsAs').sort()).toEqual(keys(LAYOUT_PARTS).sort());
    expect(Object.keys(shape['engagement']!.unwrap().shape).sort()).toEqual(keys(ENGAGEMENT_PARTS).sort());
    expect(Object.keys(shape['lines']!.unwrap().shape).sort()).toEqual(keys(LINES_PARTS).sort());
    const elsewhere = ['layout', 'engagement', 'columns', 'leaveOut', 'lines'];
    expect(
      Object.keys(shape)
        .filter((part) => !elsewhere.includes(part))
        .sort(),
    ).toEqual(keys(FILE_PARTS).sort());
  });

  it('takes a question over several columns apart, and makes one of several again, with keys of their own', () => {
    const apart = takenApart(START, 1);
    expect(apart.columns.map(({ column: ref }) => ref)).toEqual(['Ref', 'Pool', 'Gym', 'Why?']);
    expect(isValid(apart)).toBe(true);
    const again = gathered(apart, [column('Pool', 1), column('Gym', 2)], 'options', 'Which do you use?');
    expect(again.columns.map(({ as }) => as)).toEqual(['submission-id', 'options', 'question']);
    expect(isValid(again)).toBe(true);
  });

  it('follows a column that was renamed, alone or among others, and goes on without one that is gone', () => {
    const added = { ...START, columns: [...START.columns, { as: 'ignore', column: 'Gymnasium' }] };
    const moved = renamed(added, 'Gym', 'Gymnasium');
    expect(moved.columns[1]).toMatchObject({ columns: { Pool: 'Pool', Gymnasium: 'Gym' } });
    expect(moved.columns).toHaveLength(3);
    expect(renamed(added, 'Why?', 'Gymnasium').columns.at(-1)).toMatchObject({
      column: 'Gymnasium',
      key: 'why',
    });
    expect(notDemanded(START, 'Pool').columns[1]).toMatchObject({ optional: true });
  });

  it('remembers for files to come what was said of the header, and not what was said of single answers', () => {
    const said = withRow(withRow(START, 3, 'header', [2]), 204, 'answer', [2, 3]);
    expect(said['layout']).toMatchObject({ rowsAs: { 2: 'header', 3: 'header', 204: 'answer' } });
    expect(remembered(said, [2, 3])['layout']).toMatchObject({ rowsAs: { 2: 'header', 3: 'header' } });
    expect(remembered(START, [1])).toBe(START);
  });

  it('takes every change back, asks that were dealt with too', () => {
    const ask: Ask = { column: 'Date', about: 'date-order', why: 'Which?' };
    const again: Ask = { column: 'Date', about: 'dates', why: 'Far off.' };
    expect(settledBy([ask, again], ['Date'])).toEqual(['date-order Date']);
    const changed = stepped(startOf(START), {
      do: 'change',
      mapping: takenApart(START, 1),
      settle: settledBy([ask], ['Date']),
      did: 'Took it apart',
    });
    expect(openAsks([ask, again], changed.now.settled)).toEqual([again]);
    const back = stepped(changed, { do: 'undo' });
    expect(back.now.mapping).toBe(START);
    expect(openAsks([ask, again], back.now.settled)).toEqual([ask, again]);
    expect(stepped(back, { do: 'redo' }).now).toBe(changed.now);
    expect(stepped(back, { do: 'undo' })).toBe(back);
  });
});
