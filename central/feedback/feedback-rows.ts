import type { FeedbackItem } from '../../contract/central/feedback.ts';
import type { Queries } from '../database/database.ts';
import { nextChangePosition } from '../packets/applications.ts';
import { keepAnnouncement } from './media-rows.ts';

/** Keeps one item. What is here already stays, but for a complaint that comes in a newer revision: the village hall has answered it. */
export async function keepFeedback(
  queries: Queries,
  stationId: string,
  item: FeedbackItem,
  now: number,
): Promise<void> {
  switch (item.kind) {
    case 'rating':
      await queries.query(
        'INSERT INTO ratings (station_id, id, month, score) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [stationId, item.id, item.month, item.score],
      );
      return;
    case 'survey':
      await queries.query(
        'INSERT INTO surveys (station_id, id, month, answers) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [stationId, item.id, item.month, JSON.stringify(item.answers)],
      );
      return;
    case 'complaint':
      return await keepComplaint(queries, stationId, item, now);
    case 'media':
      return await keepAnnouncement(queries, stationId, item, now);
  }
}

/** One that is new is told to its kiosk as received, so that its writer can know it. */
async function keepComplaint(
  queries: Queries,
  stationId: string,
  { id, revision, complaint }: Extract<FeedbackItem, { kind: 'complaint' }>,
  now: number,
): Promise<void> {
  const { code, kind, text, sentAt, answer, answeredAt } = complaint;
  const changed = await queries.query(
    `UPDATE complaints SET revision = $3, village_answer = $4, village_answered_at = $5
     WHERE station_id = $1 AND id = $2 AND revision < $3 RETURNING id`,
    [stationId, id, revision, answer, answeredAt],
  );
  const known = await queries.query('SELECT 1 FROM complaints WHERE station_id = $1 AND id = $2', [
    stationId,
    id,
  ]);
  if (changed.length > 0 || known.length > 0) return;
  const position = await nextChangePosition(queries, stationId);
  await queries.query(
    `INSERT INTO complaints (station_id, id, revision, code, kind, text, sent_at, village_answer, village_answered_at,
       received_at, state, state_at, change_position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'received', $10, $11) ON CONFLICT DO NOTHING`,
    [stationId, id, revision, code, kind, text, sentAt, answer, answeredAt, now, position],
  );
}
