import type { EngagementPlan } from './engagement-plan.js';

/** What the health bodies ask. Their comments speak of care as well as of safety. */
export const health: readonly EngagementPlan[] = [
  {
    key: 'fft-acute', source: 'fft-acute', title: 'Friends and Family Test: hospital',
    kind: 'standing-feed', participation: 'consultation', opens: '2022-06-01', closes: '2025-05-31', channel: 'text message',
    decisionOwner: 'Director of nursing', canStillChange: 'How wards and clinics are run', communities: ['Patients and carers'], weight: 7.5,
    ages: { '65-74': 1.4, '75+': 1.8, '15-24': 0.7 },
    tilt: { 'mental-health-and-vulnerability': 6, 'substance-misuse-and-treatment': 3, 'safety-on-transport': 1.5, assault: 2 },
  },
  {
    key: 'fft-community', source: 'fft-community', title: 'Friends and Family Test: community services',
    kind: 'standing-feed', participation: 'consultation', opens: '2022-09-01', closes: '2025-05-31', channel: 'paper',
    decisionOwner: 'Community services board', canStillChange: 'Where and when clinics are held', communities: ['Patients and carers'], weight: 5.5,
    ages: { '75+': 1.6 },
    tilt: { 'mental-health-and-vulnerability': 10, 'substance-misuse-and-treatment': 5, 'domestic-abuse': 2 },
  },
  {
    key: 'gp-access-2024', source: 'gp-access', title: 'Getting help from your practice, 2024',
    kind: 'survey', participation: 'consultation', opens: '2024-01-15', closes: '2024-03-29', channel: 'paper',
    decisionOwner: 'Primary care board', canStillChange: 'Appointment systems', communities: ['Patients and carers'], weight: 5,
    ages: { '65-74': 1.3, '75+': 1.5 },
    tilt: { 'council-and-partner-services': 4, 'mental-health-and-vulnerability': 4, 'substance-misuse-and-treatment': 2 },
  },
]; // prettier-ignore
