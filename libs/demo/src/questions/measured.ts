import type { AskedIn, DemoQuestion } from './demo-question.js';
import { AGREE, DEAL, DEFINITELY, SAFE, SATISFIED, STRONGLY } from './scales-asked.js';

const UNSURE = ["Don't know"] as const;

const scale = (
  key: string,
  text: string,
  options: readonly string[],
  lean: DemoQuestion['lean'],
): DemoQuestion => ({ key, text, kind: 'scale', options, beside: UNSURE, lean });

const COUNCIL = ['safer-plymouth-2022', 'safer-plymouth-2023', 'safer-plymouth-2024'];
const POLICE = ['local-priorities-2022', 'local-priorities-2023', 'local-priorities-2024'];
const GROUPS = ['warm-welcome', 'safety-walks', 'youth-voice'];

const DARK = { middle: 0.05, yearly: -0.12, women: -0.45, young: -0.15, deprived: -0.25 };
const DARK_WORDS = 'How safe or unsafe do you feel when outside in your local area after dark?';

/**
 * Questions that agencies ask again and again. Feeling safe after dark, trust and influence are asked by council, police and
 * voluntary groups over three years; the police asked after dark in other words until 2022.
 */
export const MEASURED: readonly AskedIn[] = [
  { question: scale('safe_after_dark', DARK_WORDS, SAFE, DARK), engagements: [...COUNCIL, ...GROUPS] },
  { question: scale('Safe outside after dark', DARK_WORDS, SAFE, { ...DARK, middle: 0.1 }), engagements: POLICE.slice(1) },
  {
    question: scale('Safe walking at night', 'How safe do you feel walking alone in your area at night?', SAFE, { ...DARK, middle: -0.35 }),
    engagements: POLICE.slice(0, 1),
  },
  {
    question: scale('safe_by_day', 'How safe or unsafe do you feel when outside in your local area during the day?', SAFE, { middle: 1.1, yearly: -0.03, deprived: -0.3 }),
    engagements: COUNCIL,
  },
  {
    question: scale('Safe by day', 'How safe or unsafe do you feel when outside in your local area during the day?', SAFE, { middle: 1.2, yearly: -0.03, deprived: -0.3 }),
    engagements: POLICE,
  },
  {
    question: scale('trust_council', 'How much do you trust your local council?', DEAL, { middle: 0.05, yearly: -0.08, young: -0.1, deprived: -0.2 }),
    engagements: [...COUNCIL, ...GROUPS],
  },
  {
    question: scale('Trust in police', 'How much do you trust the police in your area?', DEAL, { middle: 0.4, yearly: -0.05, young: -0.35, deprived: -0.25 }),
    engagements: POLICE,
  },
  {
    question: scale('influence', 'Do you agree or disagree that you can influence decisions affecting your local area?', DEFINITELY, { middle: -0.5, yearly: 0.05, young: -0.2 }),
    engagements: [...COUNCIL, ...GROUPS],
  },
  {
    question: scale('Influence on decisions', 'Do you agree or disagree that you can influence decisions affecting your local area?', DEFINITELY, { middle: -0.45, yearly: 0.05, young: -0.2 }),
    engagements: POLICE,
  },
  {
    question: scale('belonging', 'How strongly do you feel you belong to your immediate neighbourhood?', STRONGLY, { middle: 0.3, young: -0.4 }),
    engagements: COUNCIL,
  },
  {
    question: scale('together', 'To what extent do you agree or disagree that your local area is a place where people from different backgrounds get on well together?', DEFINITELY, { middle: 0.7, deprived: -0.2 }),
    engagements: COUNCIL,
  },
  {
    question: scale('area_satisfaction', 'Overall, how satisfied or dissatisfied are you with your local area as a place to live?', SATISFIED, { middle: 0.75, yearly: -0.05, deprived: -0.4 }),
    engagements: COUNCIL,
  },
  {
    question: scale('heard', 'The council listens to people like me', AGREE, { middle: -0.3, yearly: 0.04, young: -0.2 }),
    engagements: [...COUNCIL, 'have-your-say', 'neighbourhood-pot'],
  },
]; // prettier-ignore
