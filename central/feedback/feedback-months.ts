import {
  type SatisfactionIndex,
  SURVEY_ELEMENTS,
  type SurveyElement,
  satisfactionIndex,
} from '../../contract/domain/satisfaction.ts';
import type { Queries } from '../database/database.ts';

export interface FeedbackMonth {
  /** `2026-11` */
  readonly month: string;
  /** How often each of the four faces was pressed, worst first. */
  readonly touches: readonly [number, number, number, number];
  /** Null while nobody has answered the nine questions. */
  readonly survey: SatisfactionIndex | null;
}

const SUMS = SURVEY_ELEMENTS.map((element) => `sum((answers->>'${element}')::integer) AS ${element}`).join(
  ', ',
);

/** The months anybody said something in over all kiosks, newest first. */
export async function readFeedbackMonths(queries: Queries, limit: number): Promise<FeedbackMonth[]> {
  const touches = await queries.query(
    'SELECT month, score, count(*) AS count FROM ratings GROUP BY month, score ORDER BY month DESC LIMIT $1',
    [limit * 4],
  );
  const surveys = await queries.query(
    `SELECT month, count(*) AS n, ${SUMS} FROM surveys GROUP BY month ORDER BY month DESC LIMIT $1`,
    [limit],
  );
  const months = new Set([...touches, ...surveys].map(({ month }) => String(month)));
  return [...months]
    .sort()
    .reverse()
    .slice(0, limit)
    .map((month) => {
      const pressed = (score: number) =>
        Number(touches.find((row) => row.month === month && Number(row.score) === score)?.count ?? 0);
      const sums = surveys.find((row) => row.month === month);
      const sumOf = (element: SurveyElement): [SurveyElement, number] => [element, Number(sums?.[element])];
      return {
        month,
        touches: [pressed(1), pressed(2), pressed(3), pressed(4)],
        survey: sums
          ? satisfactionIndex(
              Object.fromEntries(SURVEY_ELEMENTS.map(sumOf)) as Record<SurveyElement, number>,
              Number(sums.n),
            )
          : null,
      };
    });
}
