import { type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { isInteger } from './shapes.js';
import type { ColumnLabel } from './sheet.js';
import { columnsOfOthers } from './tools-of-others.js';

const FILE_PART = /^(.*\S)\s*[-–_/:.>|]+\s*(id|name|size|type|url)$/is;
/** Of so many parts, size and type among them, an attached file is told. */
const FEWEST_PARTS = 3;

/** Columns of one attached file, as tools write them: "Share a photo - Id", "- Name", "- Size", "- Type". */
function attached(labels: readonly ColumnLabel[], profiles: readonly ColumnProfile[]): number[] {
  const files = new Map<string, Map<string, number>>();
  labels.forEach(({ label }, at) => {
    const match = FILE_PART.exec(label);
    if (!match) return;
    const parts = files.get(match[1]!) ?? new Map<string, number>();
    files.set(match[1]!, parts.set(match[2]!.toLowerCase(), at));
  });
  return [...files.values()].flatMap((parts) =>
    parts.size >= FEWEST_PARTS &&
    isOf(profiles[parts.get('size') ?? -1], isInteger) &&
    isOf(profiles[parts.get('type') ?? -1], isFileType)
      ? [...parts.values()]
      : [],
  );
}

/** "image/jpeg", "pdf": size and type of an organisation are no such thing. */
const isFileType = (value: string): boolean => /^[a-z]+\/[\w.+-]+$|^\.?[a-z0-9]{2,5}$/.test(value);
const isOf = (profile: ColumnProfile | undefined, test: (value: string) => boolean): boolean =>
  profile !== undefined && (profile.filled === 0 || profile.share(test) > 0.9);

const GROUP = /^(promoter|passive|detractor|neutral)s?$/i;

/** What a tool worked out of a score beside it: "Promoter", "Passive", "Detractor". */
function workedOut(labels: readonly ColumnLabel[], profiles: readonly ColumnProfile[]): number[] {
  return labels.flatMap(({ label }, at) => {
    // In an export of codes the groups are numbers, and the label alone says what they are.
    const group = / - group$/i.test(label) ? (value: string): boolean => /^[0-3]$/.test(value) : null;
    const isGroup = (value: string): boolean => GROUP.test(value) || (group?.(value) ?? false);
    if (profiles[at]!.filled === 0 || profiles[at]!.share(isGroup) < 1) return [];
    const scored = [at - 1, at + 1].some((beside) => {
      const score = labels[beside]?.label;
      const alike = score !== undefined && (label.startsWith(score) || score.startsWith(label));
      return alike && profiles[beside]!.share((value) => isInteger(value) && Number(value) <= 10) === 1;
    });
    return scored ? [at] : [];
  });
}

const ON_A_MAP = /^(lat(itude)?|lng|lon(g|gitude)?|easting|northing|x|y)$/i;
const OF_THE_PIN = /^(address|location|street)$/i;

/** Where somebody set a pin on a map; the address that a map tool found for it is nobody's home. */
const pinned = (labels: readonly ColumnLabel[]): number[] =>
  labels.flatMap(({ label }, at) =>
    OF_THE_PIN.test(label.trim()) &&
    [at - 2, at - 1, at + 1, at + 2].filter((near) => ON_A_MAP.test(labels[near]?.label.trim() ?? ''))
      .length === 2
      ? [at]
      : [],
  );

/** Columns that only their neighbours tell to be the tool's own: parts of an attached file, the address of a pin on a map, groups made of a score. */
export function partsOfTools(
  labels: readonly ColumnLabel[],
  profiles: readonly ColumnProfile[],
): Map<number, Finding> {
  return new Map<number, Finding>([
    ...columnsOfOthers(labels),
    ...attached(labels, profiles).map((at) => [at, left('an address or a file', 0.95)] as const),
    ...pinned(labels).map((at) => [at, left('coordinates', 0.9)] as const),
    ...workedOut(labels, profiles).map((at) => [at, left('a figure of the tool', 0.95)] as const),
  ]);
}
