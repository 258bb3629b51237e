import { v7 } from 'uuid';
import type { Database } from '../../central/database/database.ts';
import { keepFeedback } from '../../central/feedback/feedback-rows.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import {
  type SatisfactionScore,
  SURVEY_ELEMENTS,
  type SurveyAnswers,
  satisfactionScoreSchema,
} from '../../contract/domain/satisfaction.ts';

const WORDS = [
  ['complaint', 'Antrean hari Senin terlalu lama. Kursi tunggu kurang.'],
  ['suggestion', 'Tolong buka juga hari Sabtu untuk yang bekerja di kebun.'],
  ['complaint', 'Foto saya harus diulang tiga kali.'],
] as const;

/**
 * Three months of touches, questionnaires and some complaints of invented citizens. `random` is in [0, 1). Answers the complaints' ids; the
 * n-th is of the n-th station.
 */
export async function inventFeedback(
  database: Database,
  stationIds: readonly string[],
  now: number,
  random: () => number,
): Promise<string[]> {
  const complaintIds: string[] = [];
  const score = (): SatisfactionScore =>
    satisfactionScoreSchema.parse(random() < 0.15 ? 2 : random() < 0.5 ? 3 : 4);
  for (const [month, count] of [
    ['2026-09', 44],
    ['2026-10', 61],
    ['2026-11', 12],
  ] as const) {
    for (let place = 0; place < count; place += 1) {
      const stationId = stationIds[place % stationIds.length] ?? '';
      const answers = Object.fromEntries(
        SURVEY_ELEMENTS.map((element) => [element, score()]),
      ) as SurveyAnswers;
      await keepFeedback(database, stationId, { kind: 'survey', id: v7(), revision: 1, month, answers }, now);
      for (let touch = 0; touch < 3; touch += 1)
        await keepFeedback(
          database,
          stationId,
          { kind: 'rating', id: v7(), revision: 1, month, score: score() },
          now,
        );
    }
  }
  for (const [place, [kind, text]] of WORDS.entries()) {
    const isAnswered = place === 2;
    const complaint = {
      code: formatComplaintCode([8, place, 3, 4, 11, 12, 30, place]),
      kind,
      text,
      media: [],
      sentAt: now - (place + 1) * 26 * 60 * 60_000,
      answer: isAnswered ? 'Lampu ruang foto sudah diganti.' : null,
      answeredAt: isAnswered ? now : null,
    };
    const item = { kind: 'complaint', id: v7(), revision: 1, complaint } as const;
    await keepFeedback(database, stationIds[place] ?? '', item, now);
    complaintIds.push(item.id);
  }
  return complaintIds;
}
