import type { Asked, Chance, Filled, Given } from './form.js';
import type { Cell, Own, Tool } from './tool.js';
import { decorate, worn } from './wear.js';

/** A sheet as a tool writes it, with what is true of it. */
export interface Laid {
  tool: Tool;
  rows: Cell[][];
  /** Numbers of the rows of labels, from 1. */
  headerRows: number[];
  /** Numbers of the rows of people, from 1, in the order of the form's people. */
  rowOf: number[];
  /** Labels that are nobody's answer. */
  nobodys: string[];
  form: Filled;
  /** Labels of columns for remarks on an option. */
  remarks: string[];
  /** Is a person to be asked something, whatever else is plain? */
  doubtful: boolean;
}

interface Column {
  labels: string[];
  cell: (person: number) => Cell;
  /** Of a column of the tool's own: what it writes for a row of nobody's. */
  own?: (person: number) => Cell;
}

/** Lays out a form as the tool would, with what people add by hand where sheets are made so. */
export function layOut(form: Filled, made: Tool, chance: Chance): Laid {
  const tool = worn(made, chance);
  const decorated = tool.layout === null ? decorate(chance) : (label: string): string => label;
  const number = chance.is(0.3) && tool.number(0) === '' ? chance.of(NUMBERS) : tool.number;
  const labels = [...tool.before, ...tool.after].flatMap(({ label }) => label);
  if (form.questions.some(({ text }) => labels.includes(text)))
    return layOut({ ...form, ...without(form, labels) }, made, chance);
  const columns = [
    ...tool.before.map((own) => ownColumn(own, form)),
    ...form.questions.flatMap((asked, at) =>
      columnsOf(tool, asked, decorated(`${number(at)}${asked.text}`), (person) => form.people[person]![at]!),
    ),
    ...tool.after.map((own) => ownColumn(own, form)),
  ];
  const above = tool.above ?? [];
  const rows: Cell[][] = [...above, ...labelRows(tool, columns)];
  const headerRows = rows.flatMap((_, at) => (at >= above.length ? [at + 1] : []));
  const spoilt = tool.spoilt && chance.is(0.5) ? chance.below(form.people.length) : -1;
  const at = columns.findIndex(({ labels }) => labels[0] === tool.spoilt?.label);
  const rowOf: number[] = [];
  form.people.forEach((_, person) => {
    const cells = columns.map(({ cell }) => cell(person));
    // A row of the survey's own makers, or of somebody who left, beside the answers of a person.
    if (person === spoilt && at >= 0)
      rows.push(
        columns.map(({ own, cell }, column) =>
          column === at ? tool.spoilt!.value : (own?.(900 + person) ?? cell(person)),
        ),
      );
    rows.push(cells);
    rowOf.push(rows.length);
  });
  addByHand(rows, { tool, chance, columns });
  return {
    tool,
    rows,
    headerRows,
    rowOf,
    nobodys: [...tool.before, ...tool.after]
      .filter(({ is }) => is === 'nobody')
      .map(({ label }) => [label].flat()[0]!),
    remarks: remarksOf(tool, form, (at) => decorated(`${number(at)}${form.questions[at]!.text}`)),
    form,
    doubtful: isDoubtful(form, tool),
  };
}

function remarksOf({ several }: Tool, { questions }: Filled, stem: (at: number) => string): string[] {
  if (several.way !== 'columns' || !several.remark) return [];
  const { remark } = several;
  return questions.flatMap(({ kind, options }, at) =>
    kind === 'multi-choice' ? options.map((option) => remark(stem(at), option)) : [],
  );
}

/** A form without what bears the label of a column of the tool's own. */
function without(
  { questions, people }: Filled,
  labels: readonly string[],
): Pick<Filled, 'questions' | 'people'> {
  const kept = questions.flatMap(({ text }, at) => (labels.includes(text) ? [] : [at]));
  return {
    questions: kept.map((at) => questions[at]!),
    people: people.map((given) => kept.map((at) => given[at]!)),
  };
}

const NUMBERS: readonly ((at: number) => string)[] = [
  (at) => `Q${at + 1}. `,
  (at) => `${at + 1}. `,
  (at) => `Q${at + 1}: `,
  (at) => `${at + 1}) `,
];

const ownColumn = ({ label, cell }: Own, form: Filled): Column => ({
  labels: [label].flat(),
  cell: (person) => cell(person, form.days[person]!),
  own: (person) => cell(person, form.days[0]!),
});

function columnsOf(tool: Tool, asked: Asked, stem: string, given: (person: number) => Given): Column[] {
  const plain = (labels: string[], write: (value: Given) => Cell): Column => ({
    labels,
    cell: (person) => {
      const value = given(person);
      return value === null ? tool.blank : write(value);
    },
  });
  switch (asked.kind) {
    case 'multi-choice':
      return several(tool, asked, stem, given);
    case 'ranking':
      return ranked(tool, asked, stem, given);
    case 'matrix':
      if (tool.matrix?.way === 'cell')
        return [
          plain(tool.single(stem), (value) =>
            Object.entries(value!)
              .map(([item, answer]) => `${item} : ${answer}`)
              .join(', '),
          ),
        ];
      return asked.items.map((item) =>
        plain(
          tool.matrix?.way === 'columns' ? tool.matrix.label(stem, item) : [item],
          (value) => (value as Record<string, string>)[item]!,
        ),
      );
    case 'field':
      return [
        plain(tool.single(stem), (value) =>
          asked.as === 'dateOfBirth' ? { day: String(value), time: '' } : String(value),
        ),
      ];
    default:
      return [plain(tool.single(stem), (value) => writtenBy(tool, asked, value as Cell))];
  }
}

function writtenBy({ yesNo }: Tool, { kind, options }: Asked, value: Cell): Cell {
  if (!yesNo || kind !== 'choice' || options.join() !== 'Yes,No') return value;
  return value === 'Yes' ? yesNo[0] : value === 'No' ? yesNo[1] : value;
}

function several(tool: Tool, asked: Asked, stem: string, given: (person: number) => Given): Column[] {
  const how = tool.several;
  const chosen = (person: number): readonly string[] => (given(person) as readonly string[] | null) ?? [];
  if (how.way === 'columns') return ticks(how, asked, stem, chosen);
  return [
    {
      labels: tool.single(stem),
      cell: (person) => {
        const list = chosen(person);
        return list.length === 0 ? tool.blank : list.join(how.mark) + (how.closes ? how.mark : '');
      },
    },
  ];
}

function ticks(
  how: Tool['several'] & { way: 'columns' },
  { options, other }: Asked,
  stem: string,
  chosen: (person: number) => readonly string[],
): Column[] {
  const columns = options.flatMap((option, at) => [
    {
      labels: how.label(stem, option, at),
      cell: (person: number) => (chosen(person).includes(option) ? how.on(option) : how.off),
    },
    ...(how.remark ? [{ labels: [how.remark(stem, option)], cell: remarkOn(option, chosen) }] : []),
  ]);
  if (!other) return columns;
  const written = (person: number): string =>
    chosen(person).find((option) => !options.includes(option)) ?? '';
  return [...columns, { labels: how.label(stem, 'Other (please specify)', options.length), cell: written }];
}

/** Few say more of what they ticked. */
const remarkOn =
  (option: string, chosen: (person: number) => readonly string[]) =>
  (person: number): string =>
    chosen(person).includes(option) && person % 5 === 0 ? `Since spring, in flat ${person}` : '';

function ranked(tool: Tool, asked: Asked, stem: string, given: (person: number) => Given): Column[] {
  const how = tool.ranks;
  const order = (person: number): readonly string[] | null => given(person) as readonly string[] | null;
  if (how.way === 'cell')
    return [
      {
        labels: tool.single(stem),
        cell: (person) => {
          const list = order(person);
          return list === null ? tool.blank : list.join(how.mark) + (how.closes ? how.mark : '');
        },
      },
    ];
  if (how.way === 'pairs')
    return [
      {
        labels: tool.single(stem),
        cell: (person) => {
          const list = order(person);
          return list === null
            ? tool.blank
            : asked.options.map((option) => `${option} : ${list.indexOf(option) + 1}`).join(', ');
        },
      },
    ];
  if (how.way === 'places')
    return asked.options.map((_, at) => ({
      labels: how.label(stem, at + 1),
      cell: (person) => order(person)?.[at] ?? tool.blank,
    }));
  return asked.options.map((option) => ({
    labels: how.label(stem, option),
    cell: (person) => {
      const list = order(person);
      return list === null ? tool.blank : list.indexOf(option) + 1;
    },
  }));
}

/** Where a question takes several columns its wording stands over the first alone, as tools with two rows of labels write it. */
function labelRows(tool: Tool, columns: readonly Column[]): Cell[][] {
  if (tool.importIds)
    return [
      columns.map(({ labels }, at) =>
        at < tool.before.length ? labels[0]! : `Q${at - tool.before.length + 1}`,
      ),
      columns.map(({ labels }) => labels[0]!),
      columns.map((_, at) => `{"ImportId":"QID${at}"}`),
    ];
  if (tool.dateAbove)
    return [
      columns.map(({ labels }, at) => (at === 0 ? labels[0]! : '')),
      columns.map(({ labels }, at) => (at === 0 ? '' : labels[0]!)),
    ];
  if (tool.headers === 1) return [columns.map(({ labels }) => labels[0]!)];
  const upper = columns.map(({ labels }, at) =>
    labels.length > 1 && labels[1] !== '' && labels[0] === columns[at - 1]?.labels[0] ? '' : labels[0]!,
  );
  const lower = columns.map(({ labels }) => labels[1] ?? '');
  return lower.every((label) => label === '') ? [upper] : [upper, lower];
}

interface Hand {
  tool: Tool;
  chance: Chance;
  columns: readonly Column[];
}

/** Totals, notes and blank rows at the end of sheets that people keep by hand. */
function addByHand(rows: Cell[][], { tool, chance, columns }: Hand): void {
  if (!/spreadsheet/.test(tool.name)) return;
  if (chance.is(0.3)) rows.push(columns.map(() => ''));
  if (chance.is(0.3)) rows.push(columns.map((_, at) => (at === 0 ? 'Total' : at === 2 ? 7 : '')));
  if (chance.is(0.3))
    rows.push(columns.map((_, at) => (at === 0 ? 'Note: typed from paper forms by volunteers.' : '')));
}

/** What nobody could tell from the file alone. */
function isDoubtful(form: Filled, tool: Tool): boolean {
  const days = form.days.every((day) => Number(day.slice(8)) <= 12);
  const numeric = ['british', 'american', 'short', 'dotted'].includes(tool.dates);
  const written = form.questions.some(
    ({ other, options }, at) =>
      other &&
      form.people.some((answers) =>
        [answers[at] ?? []].flat().some((given) => !options.includes(given as string)),
      ),
  );
  // A tool that writes options without their question, or a label of its own over what people were asked.
  const several = tool.several.way === 'columns' && tool.several.label('x', 'y', 0).join() === 'y';
  const unnamed = several && form.questions.some(({ kind }) => kind === 'multi-choice');
  return (days && numeric) || written || unnamed;
}
