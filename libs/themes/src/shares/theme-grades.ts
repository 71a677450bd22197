import {
  auditFindings,
  type AuditCoding,
  type AuditFindings,
  type AuditStratum,
  gradeOf,
  type Grade,
  hasOwnAudit,
  wantedFor,
  type Wanted,
} from '#statements';

/** What the coder says of one comment: themes that it gives, and those that it only nearly gives. */
export interface CoderSaid {
  responseId: string;
  /** Whose comment it is: figures count people, so the audit scores people. */
  person: string;
  agency: string;
  assigned: readonly string[];
  near: readonly string[];
  /** Chance with which the audit would have drawn it. */
  chance: number;
  /** How many comments it stands for; 1 unless only a part of them was read. */
  weight?: number;
}

/** What a person decided on one comment of the audit, blind. */
export interface AuditDecision {
  responseId: string;
  themes: readonly string[];
  /** Themes of which it is not known, because the codebook has changed since. */
  open?: readonly string[];
}

/** How far one theme may be trusted, and what would lift it. */
export interface ThemeGrade {
  theme: string;
  grade: Grade;
  /** Null without an audit. */
  findings: AuditFindings | null;
  /** Of agencies with enough of an audit of their own. */
  agencies: Record<string, AuditFindings>;
  /** Audit codings that would make it ready; null where it is, or where more of them would not. */
  wanted: Wanted | null;
}

/**
 * Grades of themes by rule B. A person counts as the unit: of whoever was drawn all comments are decided, and a theme is theirs where one of them
 * says it. A person of whom a comment still waits is left out.
 * @param audit what people decided, one entry a comment
 * @param said what the coder says of every comment that people have not coded for training, those of the audit among them
 */
export function themeGrades(
  audit: readonly AuditDecision[],
  said: readonly CoderSaid[],
  themes: readonly string[],
): ThemeGrade[] {
  const decided = new Map(audit.map((one) => [one.responseId, one]));
  const people = peopleOf(said, decided);
  const agencies = [...new Set(said.map(({ agency }) => agency))].sort();
  const within = agencies.map((agency) => ({
    agency,
    people: peopleOf(
      said.filter((one) => one.agency === agency),
      decided,
    ),
  }));
  return themes.map((theme) => {
    const findings = findingsOf(people, theme);
    if (!findings) return { theme, grade: 'learning', findings, agencies: {}, wanted: null };
    const grade = gradeOf(findings);
    const own = grade === 'ready' ? within : [];
    return {
      theme,
      grade,
      findings,
      agencies: Object.fromEntries(
        own.flatMap(({ agency, people: theirs }): [string, AuditFindings][] => {
          const found = findingsOf(theirs, theme);
          return found && hasOwnAudit(found.codings, found.positives) ? [[agency, found]] : [];
        }),
      ),
      wanted: wantedFor(findings),
    };
  });
}

interface Person {
  assigned: ReadonlySet<string>;
  near: ReadonlySet<string>;
  weight: number;
  /** Chance with which any of the comments would have been drawn. */
  chance: number;
  /** What people found in all of them; null where one was not drawn, or waits. */
  decided: { themes: ReadonlySet<string>; open: ReadonlySet<string> } | null;
}

function peopleOf(said: readonly CoderSaid[], decided: ReadonlyMap<string, AuditDecision>): Person[] {
  const comments = new Map<string, CoderSaid[]>();
  for (const one of said) comments.set(one.person, [...(comments.get(one.person) ?? []), one]);
  return [...comments.values()].map((own): Person => {
    const words = own.flatMap(({ responseId }) => decided.get(responseId) ?? []);
    return {
      assigned: new Set(own.flatMap(({ assigned }) => assigned)),
      near: new Set(own.flatMap(({ near }) => near)),
      weight: Math.max(...own.map(({ weight = 1 }) => weight)),
      chance: 1 - own.reduce((none, { chance }) => none * (1 - chance), 1),
      decided:
        words.length === own.length
          ? {
              themes: new Set(words.flatMap(({ themes }) => themes)),
              open: new Set(words.flatMap(({ open = [] }) => open)),
            }
          : null,
    };
  });
}

function findingsOf(people: readonly Person[], theme: string): AuditFindings | null {
  const sizes: Record<AuditStratum, number> = { yes: 0, near: 0, rest: 0 };
  const codings: AuditCoding[] = [];
  for (const { assigned, near, weight, chance, decided } of people) {
    const stratum = assigned.has(theme) ? 'yes' : near.has(theme) ? 'near' : 'rest';
    sizes[stratum] += weight;
    if (!decided || !(chance > 0)) continue;
    const actual = decided.themes.has(theme);
    if (actual || !decided.open.has(theme)) codings.push({ actual, stratum, chance });
  }
  return codings.length > 0 ? auditFindings({ codings, sizes }) : null;
}
