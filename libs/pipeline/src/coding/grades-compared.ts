import type * as Themes from '#themes';
import type { MachineChances } from '#store';

import { auditDecisions, spokenFor, type BlindAudit } from './blind-audit.js';
import type { Coder } from './coder.js';
import { withParents } from './said.js';

type Grade = Themes.ThemeGrade['grade'];

interface Compared {
  gradeBefore: Grade | null;
  gradeAfter: Grade | null;
  times: number | null;
}

/**
 * Grades of each theme by the same audit, by the coder that speaks and by one that would: what a board would read otherwise. The candidate has read the
 * audit and some comments drawn by their hashes; each of these stands for as many as there are.
 */
export function gradesCompared(
  { blind, machine: all }: { blind: BlindAudit; machine: readonly MachineChances[] },
  now: Coder,
  candidate: Coder,
  coded: readonly Themes.CodedResponse[],
  themes: typeof Themes,
): (theme: string) => Compared {
  const machine = spokenFor(all, blind, themes);
  const read = new Map(coded.map((one) => [one.responseId, one]));
  const others = machine.filter(({ drawn }) => !drawn);
  const readOthers = others.filter(({ submission }) => read.has(submission)).length;
  const weight = readOthers > 0 ? others.length / readOthers : 1;
  const compared = machine.filter(({ submission }) => read.has(submission));
  const of = (
    one: (typeof machine)[number],
    assigned: readonly string[],
    near: readonly string[],
    coder: Coder,
  ) => ({
    responseId: one.submission,
    person: one.person,
    agency: one.agency,
    assigned: withParents(assigned, coder),
    near: withParents(near, coder),
    chance: one.chance,
    weight: one.drawn ? 1 : weight,
  });
  const before = compared.map((one) => of(one, one.assigned, Object.keys(one.chances), now));
  const after = compared.map((one) => {
    const said = read.get(one.submission)!.assignments;
    const assigned = said.filter(({ decision }) => decision === 'assign').map(({ theme }) => theme);
    return of(
      one,
      assigned,
      said.map(({ theme }) => theme),
      candidate,
    );
  });
  const was = gradesBy(blind, now, before, themes);
  const would = gradesBy(blind, candidate, after, themes);
  return (theme) => {
    const [one, other] = [was.get(theme), would.get(theme)];
    const told = one?.findings && other?.findings && one.grade !== 'learning' && other.grade !== 'learning';
    return {
      gradeBefore: one?.grade ?? null,
      gradeAfter: other?.grade ?? null,
      times: told ? other.findings!.share.value / one.findings!.share.value : null,
    };
  };
}

function gradesBy(
  blind: BlindAudit,
  coder: Coder,
  said: readonly Themes.CoderSaid[],
  themes: typeof Themes,
): Map<string, Themes.ThemeGrade> {
  const audit = auditDecisions(blind, coder).map((one) => ({
    ...one,
    themes: withParents(one.themes, coder),
  }));
  const names = coder.codebook.themes.map(({ code }) => code);
  return new Map(themes.themeGrades(audit, said, names).map((grade) => [grade.theme, grade]));
}
