import type { Agency, Agreement, FieldKind } from '#domain';
import { STREET_CRIME, streetCrimeFiles } from '../crime/street-files.js';
import { pushedFiles, type DemoDelivery } from '../deliveries/deliveries.js';
import type { City } from '../generate/generate-city.js';
import { COUNCIL_PATH, POLICE_PATH } from '../portal/portal.js';
import { AGENCIES, ENGAGEMENTS } from '../story/agencies.js';
import { CONVERSATION, CONVERSATION_SOURCE } from '../conversation/conversation.js';
import { councilExport, councilPlatform } from './mappings-council.js';
import { fftAcute, fftCommunity, gpAccess } from './mappings-health.js';
import { streetCrimeMapping } from './mappings-crime.js';
import { policeSurveyMapping } from './mappings-police.js';
import { msFormsMapping, vcsForms } from './mappings-vcs.js';

/** A source as the hub's registry takes it. */
export interface DemoSource {
  code: string;
  agency: string;
  name: string;
  connector: string;
  /** Mapping document, plain JSON. */
  mapping: unknown;
  agreement: string;
  pullAddress: string | null;
  /** Cron, UTC; null where the partner pushes. */
  schedule: string | null;
  expectedEveryDays: number;
}

export interface DemoRegistry {
  agencies: Agency[];
  agreements: Agreement[];
  sources: DemoSource[];
}

/** What the registry of a demonstration hub holds; council and police are pulled from the portal at that address. */
export function demoSources(portalAddress: string): DemoRegistry {
  return { agencies: [...AGENCIES], agreements: agreements(), sources: sources(portalAddress) };
}

/** The files that partners push, in the order of their arrival. The truth is in none of them. */
export function demoDeliveries(city: Pick<City, 'plan'>): DemoDelivery[] {
  const { seed, submissions } = city.plan;
  return [...pushedFiles(city.plan), ...streetCrimeFiles(seed, submissions.length)];
}

const DEMOGRAPHICS: FieldKind[] = ['age', 'sex', 'ethnic-group', 'disability'];
const CONTENT: FieldKind[] = ['free-text', 'answers', 'place', 'community', 'dates'];
const CONTACT: FieldKind[] = ['name', 'email', 'phone', 'postcode', 'date-of-birth'];

function agreements(): Agreement[] {
  const one = (agency: string, lawfulBasis: string, fields: FieldKind[]): Agreement => ({
    id: `${agency}-2022`,
    agency,
    purposes: ['engagement-analysis', 'service-improvement', 'record-linkage'],
    lawfulBasis,
    fields: [...CONTACT, ...DEMOGRAPHICS, ...CONTENT, ...fields],
    from: '2022-04-01',
    until: null,
  });
  return [
    one('plymouth-city-council', 'public task', ['address', 'system-id']),
    one('devon-and-cornwall-police', 'public task', ['address']),
    one('nhs-devon', 'public task', ['nhs-number', 'system-id', 'carer']),
    one('plymouth-vcs', 'legitimate interests', []),
  ];
}

function sources(portalAddress: string): DemoSource[] {
  const add = (code: string, agency: string, name: string, connector: string, mapping: unknown, pull?: string): DemoSource => ({
    code, agency, name: `${name} (demonstration)`, connector, mapping, agreement: `${agency}-2022`,
    pullAddress: pull ? `${portalAddress}${pull}` : null, schedule: pull ? '15 4 * * *' : null, expectedEveryDays: pull ? 7 : 35,
  }); // prettier-ignore
  const council = 'plymouth-city-council';
  const police = 'devon-and-cornwall-police';
  const health = 'nhs-devon';
  const vcs = 'plymouth-vcs';
  const titled = (start: string): { source: string; title: string }[] =>
    ENGAGEMENTS.filter(({ source }) => source.startsWith(start));
  return [
    add('council-platform', council, 'Survey platform', 'survey-platform', councilPlatform, COUNCIL_PATH),
    add('council-export', council, 'Survey platform, hand export', 'survey-export', councilExport),
    add(CONVERSATION_SOURCE, council, 'Conversation platform', 'polis', {
      note: 'Synthetic demonstration. Votes and statements of people who do not exist.',
      engagement: { ...CONVERSATION, targetCommunities: [...CONVERSATION.targetCommunities] },
    }),
    add(
      'police-neighbourhoods',
      police,
      'Neighbourhood priorities and events',
      'police-neighbourhood',
      {},
      POLICE_PATH,
    ),
    ...titled('police').map(({ source, title }) =>
      add(source, police, title, 'police-survey', policeSurveyMapping(source)),
    ),
    add(STREET_CRIME, police, 'Recorded street-level crime', 'police-street-crime', streetCrimeMapping),
    add('fft-acute', health, 'Friends and Family Test, hospital', 'friends-and-family', fftAcute),
    add('fft-community', health, 'Friends and Family Test, community', 'friends-and-family', fftCommunity),
    add('gp-access', health, 'GP access survey', 'spreadsheet', gpAccess),
    add('vcs-forms', vcs, 'Community groups’ forms', 'vcs-form', vcsForms),
    ...titled('vcs-msforms').map(({ source, title }) =>
      add(source, vcs, title, 'ms-forms', msFormsMapping(source)),
    ),
  ];
}
