import { partsOf } from '../calendar.js';
import type { CityPlan, Submission } from '../generate/plan.js';
import { CONVERSATION_SOURCE } from '../conversation/conversation.js';
import { polisExport } from '../conversation/polis-export.js';
import { councilExport } from './council-export.js';
import type { DemoFile } from './demo-file.js';
import { fftAcute, fftCommunity } from './friends-and-family.js';
import { grouped } from './grouped.js';
import { gpSurvey } from './gp-survey.js';
import { msForms } from './ms-forms.js';
import { policeSurvey } from './police-survey.js';
import { vcsForm } from './vcs-form.js';

export interface DemoDelivery {
  /** Code of the source that pushes it. */
  source: string;
  file: DemoFile;
  /** What belongs to the file and is delivered with it. */
  beside?: readonly DemoFile[];
  /** How many rows they hold. */
  rows: number;
}

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Everything that is pushed, in the order of its arrival: feeds by the calendar year, surveys when they have closed. One
 * form is sent twice, byte for byte, as partners do.
 */
export function pushedFiles(plan: CityPlan): DemoDelivery[] {
  const bySource = grouped(plan.submissions, ({ engagement }) => engagement.source);
  return [
    ...[...bySource].flatMap(([source, submissions]) => filesOf(source, submissions)),
    conversationOf(plan),
  ];
}

function conversationOf({ conversation }: CityPlan): DemoDelivery {
  const [file, ...beside] = polisExport(conversation);
  const rows = conversation.statements.length + conversation.votes.length;
  return { source: CONVERSATION_SOURCE, file, beside, rows };
}

function filesOf(source: string, submissions: readonly Submission[]): DemoDelivery[] {
  const whole = (name: string, mediaType: string, bytes: Uint8Array): DemoDelivery[] => [
    { source, file: { name, mediaType, bytes }, rows: submissions.length },
  ];
  if (source === 'council-platform') return [];
  if (source === 'council-export')
    return whole('women-and-girls-plan-all-responses.csv', CSV, councilExport(submissions));
  if (source.startsWith('police')) return whole(`${source}.csv`, CSV, policeSurvey(submissions));
  if (source === 'fft-acute') return byYear(source, submissions, fftAcute);
  if (source === 'fft-community') return byYear(source, submissions, fftCommunity);
  if (source === 'gp-access') return whole('gp-access-survey-2024.csv', CSV, gpSurvey(submissions));
  if (source === 'vcs-forms') return forms(source, submissions);
  return whole(`${source.slice(4)}(1-${submissions.length}).xlsx`, XLSX, msForms(submissions));
}

function byYear(
  source: string,
  submissions: readonly Submission[],
  write: (rows: readonly Submission[]) => Uint8Array,
): DemoDelivery[] {
  const years = grouped(submissions, ({ day }) => partsOf(day).year);
  return [...years].map(([year, rows]) => ({
    source, file: { name: `${source}-${year}.csv`, mediaType: CSV, bytes: write(rows) }, rows: rows.length,
  })); // prettier-ignore
}

const SENT_TWICE = 'warm-welcome';

function forms(source: string, submissions: readonly Submission[]): DemoDelivery[] {
  const byForm = grouped(submissions, ({ engagement }) => engagement);
  return [...byForm].flatMap(([engagement, rows]) => {
    const file = {
      name: `${engagement.key}.json`,
      mediaType: 'application/json',
      bytes: vcsForm(engagement, rows),
    };
    const delivery = { source, file, rows: rows.length };
    return engagement.key === SENT_TWICE ? [delivery, delivery] : [delivery];
  });
}
