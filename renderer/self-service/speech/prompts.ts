import type { ScreenName } from '../visit.ts';

/** Every screen, so that none can be added without words to say on it. */
const SPOKEN: Readonly<Record<ScreenName, true>> = {
  menu: true,
  'ticket-service': true,
  'ticket-people': true,
  'ticket-priority': true,
  ticket: true,
  information: true,
  search: true,
  service: true,
  'service-topic': true,
  'general-topic': true,
  'documents-service': true,
  'documents-question': true,
  documents: true,
  'status-code': true,
  status: true,
  feedback: true,
  rate: true,
  rated: true,
  survey: true,
  surveyed: true,
  complaint: true,
  complained: true,
  'answer-code': true,
  answer: true,
};

/** Screens with words of their own in `words/<language>/spoken.json`, of which the build makes the clips. */
export const SPOKEN_SCREENS: readonly string[] = Object.keys(SPOKEN);
