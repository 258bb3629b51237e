import { z } from 'zod';

/** The four answers of the survey: 1 is the worst, 4 the best (Permenpan RB 14/2017). */
export const satisfactionScoreSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type SatisfactionScore = z.infer<typeof satisfactionScoreSchema>;

/**
 * The nine elements of the *Survei Kepuasan Masyarakat*, U1 to U9, in the order of the questionnaire in use (Permenpan RB
 * 14/2017): requirements, procedure, time, cost, product, competence, courtesy, facilities, complaints.
 */
export const SURVEY_ELEMENTS = [
  'requirements',
  'procedure',
  'time',
  'cost',
  'product',
  'competence',
  'courtesy',
  'facilities',
  'complaints',
] as const;
export const surveyElementSchema = z.enum(SURVEY_ELEMENTS);
export type SurveyElement = z.infer<typeof surveyElementSchema>;

/** One whole questionnaire. Nobody's name or number is in it. */
export const surveyAnswersSchema = z.record(surveyElementSchema, satisfactionScoreSchema);
export type SurveyAnswers = z.infer<typeof surveyAnswersSchema>;

/** A *sangat baik*, B *baik*, C *kurang baik*, D *tidak baik*. */
export const serviceQualitySchema = z.enum(['A', 'B', 'C', 'D']);
export type ServiceQuality = z.infer<typeof serviceQualitySchema>;

export interface SatisfactionIndex {
  /** How many questionnaires it rests on. */
  readonly n: number;
  /** *Indeks Kepuasan Masyarakat*, 25 to 100. */
  readonly ikm: number;
  readonly quality: ServiceQuality;
  /** Mean score of each element, 1 to 4. */
  readonly means: Readonly<Record<SurveyElement, number>>;
}

/** Lowest index of each quality, best first (Permenpan RB 14/2017, *nilai interval konversi*). */
const BANDS: readonly (readonly [ServiceQuality, number])[] = [
  ['A', 88.31],
  ['B', 76.61],
  ['C', 65],
];

/**
 * The index of some questionnaires from the sum of the scores of each element; null without any. Every element weighs
 * exactly one ninth: the 0.111 of the printed forms would cap the index at 99.9. Pure.
 */
export function satisfactionIndex(
  sums: Readonly<Record<SurveyElement, number>>,
  n: number,
): SatisfactionIndex | null {
  if (n === 0) return null;
  const means = Object.fromEntries(SURVEY_ELEMENTS.map((element) => [element, sums[element] / n]));
  const total = SURVEY_ELEMENTS.reduce((sum, element) => sum + sums[element], 0);
  const ikm = (total / n / SURVEY_ELEMENTS.length) * 25;
  return { n, ikm, quality: qualityOf(ikm), means: meansSchema.parse(means) };
}

const meansSchema = z.record(surveyElementSchema, z.number());

/** The bands are told to two digits, so the index is looked up as it is told. */
function qualityOf(ikm: number): ServiceQuality {
  const told = Math.round(ikm * 100) / 100;
  return BANDS.find(([, lowest]) => told >= lowest)?.[0] ?? 'D';
}
