import { day, dayOfYear, plural } from '../../figures/format';
import type { ParticipationLevel } from '../../gql/graphql';

/** The ladder, least first: how far people can shape what is decided. */
export const LEVELS: { code: ParticipationLevel; name: string; means: string }[] = [
  { code: 'INFORMATION', name: 'Information', means: 'People are told.' },
  { code: 'CONSULTATION', name: 'Consultation', means: 'People are asked; others decide.' },
  { code: 'ENGAGEMENT', name: 'Engagement', means: 'People work with those who decide.' },
  { code: 'PARTNERSHIP', name: 'Partnership', means: 'People and agencies decide together.' },
  { code: 'EMPOWERMENT', name: 'Empowerment', means: 'People decide within limits that are set.' },
  { code: 'CITIZEN_CONTROL', name: 'Citizen control', means: 'People decide.' },
];

export const levelName = (code: ParticipationLevel | null): string =>
  LEVELS.find((level) => level.code === code)?.name ?? 'Not stated';

interface Times {
  opens: string | null;
  closes: string | null;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** "12 May to 4 July 2025". */
export function period({ opens, closes }: Times): string {
  if (!opens && !closes) return 'No dates given';
  if (!closes) return `From ${day(opens ?? '')}`;
  if (!opens) return `Until ${day(closes)}`;
  if (opens === closes) return day(opens);
  return opens.slice(0, 4) === closes.slice(0, 4)
    ? `${dayOfYear(opens)} to ${day(closes)}`
    : `${day(opens)} to ${day(closes)}`;
}

/** Whether people can still take part, on a given day (ISO date). */
export function openness({ opens, closes }: Times, today: string): string {
  if (opens && opens > today) return `Opens in ${plural(daysBetween(today, opens), 'day', 'days')}`;
  if (!closes) return opens ? 'Running' : '';
  if (closes < today) return 'Closed';
  const left = daysBetween(today, closes);
  return left === 0 ? 'Open, closes today' : `Open, ${plural(left, 'day', 'days')} left`;
}

/** Years in which any of them was open, the latest first; of what has no end, the year that it began. */
export function yearsOpen(times: readonly Times[]): string[] {
  const years = new Set<number>();
  for (const { opens, closes } of times) {
    const [from, until] = [opens ?? closes, closes ?? opens];
    if (!from || !until) continue;
    for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) years.add(year);
  }
  return [...years].sort((a, b) => b - a).map(String);
}

export const isOpen = (times: Times, today: string): boolean =>
  (!times.opens || times.opens <= today) && (!times.closes || times.closes >= today);
