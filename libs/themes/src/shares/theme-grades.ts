import {
  auditFindings,
  type AuditFindings,
  type AuditStratum,
  gradeOf,
  type Grade,
  wantedFor,
  type Wanted,
} from '#statements';

/** What the coder says of one response: themes that it gives, and those that it only nearly gives. */
export interface CoderSaid {
  responseId: string;
  assigned: readonly string[];
  near: readonly string[];
}

/** How far one theme may be trusted, and what would lift it. */
export interface ThemeGrade {
  theme: string;
  grade: Grade;
  /** Null without an audit. */
  findings: AuditFindings | null;
  /** Audit codings that would make it ready; null where it is, or where more of them would not. */
  wanted: Wanted | null;
}

/**
 * Grades of themes by rule B, from an audit drawn at random out of everything that the coder read.
 * @param audit what people decided, blind, one entry a response
 * @param said what the coder says of every response, those of the audit among them
 */
export function themeGrades(
  audit: readonly { responseId: string; themes: readonly string[] }[],
  said: readonly CoderSaid[],
  themes: readonly string[],
): ThemeGrade[] {
  const byId = new Map(said.map((one) => [one.responseId, one]));
  // A response that is no comment any more was drawn from nothing.
  const known = audit.flatMap(({ responseId, themes: decided }) => {
    const coder = byId.get(responseId);
    return coder ? [{ decided, coder }] : [];
  });
  if (known.length === 0)
    return themes.map((theme) => ({ theme, grade: 'learning', findings: null, wanted: null }));
  const chance = known.length / said.length;
  return themes.map((theme) => {
    const sizes: Record<AuditStratum, number> = { yes: 0, near: 0, rest: 0 };
    for (const one of said) sizes[stratumOf(one, theme)]++;
    const findings = auditFindings({
      codings: known.map(({ decided, coder }) => ({
        actual: decided.includes(theme),
        stratum: stratumOf(coder, theme),
        chance,
      })),
      sizes,
    });
    return { theme, grade: gradeOf(findings), findings, wanted: wantedFor(findings) };
  });
}

function stratumOf({ assigned, near }: CoderSaid, theme: string): AuditStratum {
  if (assigned.includes(theme)) return 'yes';
  return near.includes(theme) ? 'near' : 'rest';
}
