import type { FieldType } from '../../../contract/domain/form.ts';
import type { Screen, ScreenName } from '../visit.ts';

/** Every screen, so that none can be added without words to say on it. */
const SPOKEN: Readonly<Record<Exclude<ScreenName, 'apply-question'>, true>> = {
  menu: true,
  access: true,
  'ticket-service': true,
  'ticket-people': true,
  'ticket-priority': true,
  ticket: true,
  'apply-service': true,
  'apply-whose': true,
  'apply-review': true,
  information: true,
  search: true,
  service: true,
  'service-topic': true,
  'general-topic': true,
  'documents-service': true,
  'documents-question': true,
  documents: true,
  'document-picture': true,
  'status-code': true,
  status: true,
  feedback: true,
  rate: true,
  rated: true,
  survey: true,
  surveyed: true,
  complaint: true,
  'complaint-voice': true,
  'complaint-picture': true,
  complained: true,
  'answer-code': true,
  answer: true,
};

/** What is said at a question depends on how it is answered. */
const SPOKEN_QUESTIONS: Readonly<Record<FieldType, string>> = {
  text: 'apply-text',
  'full-name': 'apply-full-name',
  nik: 'apply-nik',
  'family-card-number': 'apply-family-card-number',
  'birth-date': 'apply-birth-date',
  date: 'apply-date',
  number: 'apply-number',
  choice: 'apply-choice',
  phone: 'apply-phone',
  email: 'apply-text',
  village: 'apply-village',
  mrz: 'apply-text',
  'passport-number': 'apply-passport-number',
  confirmation: 'apply-choice',
};

/** Name of the words spoken on a screen, and of their clip. */
export function spokenOn(screen: Screen): string {
  return screen.name === 'apply-question' ? SPOKEN_QUESTIONS[screen.type] : screen.name;
}

/** Screens with words of their own in `words/<language>/spoken.json`, of which the build makes the clips. */
export const SPOKEN_SCREENS: readonly string[] = [
  ...Object.keys(SPOKEN),
  ...new Set(Object.values(SPOKEN_QUESTIONS)),
];
