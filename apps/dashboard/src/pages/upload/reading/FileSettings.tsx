import type { Mapping } from '../mapping';
import { PartField } from './PartField';
import { ENGAGEMENT_PARTS, FILE_PARTS, LAYOUT_PARTS, LINES_PARTS } from './file-parts';
import type { Part } from './parts';
import type { Reading } from './useReading';

type Whole = 'engagement' | 'layout' | 'lines';

/** What holds for the files as a whole: folded, since it is rarely changed. */
export function FileSettings({ reading }: { reading: Reading }) {
  const { draft, change } = reading;
  const { mapping } = draft;
  const setIn = (whole: Whole, part: string, value: unknown): void =>
    change(withIn(mapping, whole, part, value), 'Changed the file’s settings');
  return (
    <details className="settings">
      <summary>More about these files: engagement, layout, repeated rows</summary>
      <div className="settings-parts">
        <Parts
          name="The engagement"
          parts={ENGAGEMENT_PARTS}
          of={mapping.engagement}
          reading={reading}
          set={(part, value) => setIn('engagement', part, value)}
        />
        <Parts
          name="Files of this source"
          parts={FILE_PARTS}
          of={mapping}
          reading={reading}
          set={(part, value) => change(withTop(mapping, part, value), 'Changed the file’s settings')}
        />
        <Parts
          name="Layout"
          parts={LAYOUT_PARTS}
          of={mapping['layout']}
          reading={reading}
          set={(part, value) => setIn('layout', part, value)}
        />
        <Parts
          name="One person over several rows"
          parts={LINES_PARTS}
          of={mapping['lines']}
          reading={reading}
          set={(part, value) => setIn('lines', part, value)}
        />
      </div>
    </details>
  );
}

function withTop(mapping: Mapping, part: string, value: unknown): Mapping {
  const { [part]: _old, ...rest } = mapping;
  return (value === undefined ? rest : { ...rest, [part]: value }) as Mapping;
}

function withIn(mapping: Mapping, whole: Whole, part: string, value: unknown): Mapping {
  const before = (mapping[whole] ?? {}) as Record<string, unknown>;
  const { [part]: _old, ...rest } = before;
  const next = value === undefined ? rest : { ...rest, [part]: value };
  // Without the person's column there are no lines to be put together.
  return withTop(mapping, whole, whole === 'lines' && !('person' in next) ? undefined : next);
}

interface PartsProps {
  name: string;
  parts: readonly Part[];
  of: unknown;
  reading: Reading;
  set: (part: string, value: unknown) => void;
}

function Parts({ name, parts, of, reading, set }: PartsProps) {
  const said = (of ?? {}) as Record<string, unknown>;
  return (
    <fieldset>
      <legend>{name}</legend>
      {parts.map((part) => (
        <PartField
          key={part.part}
          part={part}
          value={said[part.part]}
          columns={reading.look.columns}
          onChange={(value) => set(part.part, value)}
        />
      ))}
    </fieldset>
  );
}
