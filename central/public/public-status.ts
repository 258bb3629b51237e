import type { Stage } from '../../contract/domain/catalog.ts';
import type { Localized } from '../../contract/domain/localized.ts';
import type { TrackingCode } from '../../contract/domain/tracking-code.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import type { Queries } from '../database/database.ts';
import { findInDirectory } from '../packets/applications.ts';
import { stagesOf } from '../packets/stage-events.ts';
import { addWorkingDays } from './working-days.ts';

/** The law counts from the interview's approval (Permenkumham 18/2022 article 22): the moment it leaves this stage. */
export const PROMISE_BEGINS_AFTER = 'interview';
export const PROMISE_ENDS_AT = 'ready';

export interface PublicStep {
  readonly stage: Stage;
  /** When it was entered last; null while it is still to come. */
  readonly since: number | null;
  readonly place: 'done' | 'now' | 'next';
}

export interface PublicStatus {
  readonly trackingCode: TrackingCode;
  readonly service: Localized;
  readonly stage: Localized;
  readonly kind: Stage['kind'];
  readonly explanation: Localized;
  readonly since: number;
  readonly appointment: { readonly at: number; readonly place: string } | null;
  /** True when the officer left remarks. Their words may name people and are not public. */
  readonly hasRemarks: boolean;
  readonly steps: readonly PublicStep[];
  readonly promisedWorkingDays: number;
  /** By when it should be ready; null before the interview and once it is ready. */
  readonly expectedBy: number | null;
}

/** What anybody with the code may know: where it stands, and nothing about the person. Null for an unknown code. */
export async function findPublicStatus(
  queries: Queries,
  trackingCode: TrackingCode,
  now: number,
): Promise<PublicStatus | null> {
  const place = await findInDirectory(queries, trackingCode);
  if (!place) return null;
  const [row] = await queries.query(
    `SELECT service_key, stage_key, stage_since, remark, field_remarks, appointment_at, appointment_place
     FROM applications WHERE station_id = $1 AND id = $2`,
    [place.stationId, place.applicationId],
  );
  const catalog = await catalogInForce(queries, now);
  const service = catalog.services.find(({ key }) => key === row?.service_key);
  const stage = catalog.stages.find(({ key }) => key === row?.stage_key);
  if (!row || !service || !stage) return null;
  const history = await stagesOf(queries, place.stationId, place.applicationId);
  return {
    trackingCode,
    service: service.name,
    stage: stage.name,
    kind: stage.kind,
    explanation: stage.explanation,
    since: Number(row.stage_since),
    appointment:
      row.appointment_at === null
        ? null
        : { at: Number(row.appointment_at), place: String(row.appointment_place) },
    hasRemarks: row.remark !== null || Object.keys(Object(row.field_remarks)).length > 0,
    steps: stepsOf(catalog.stages, stage, history),
    promisedWorkingDays: service.promisedWorkingDays,
    expectedBy: expectedBy(history, stage, service.promisedWorkingDays),
  };
}

type History = readonly { readonly stageKey: string; readonly at: number }[];

/** The official way, with the dates it was gone; what is only for some is shown to those who were there. */
function stepsOf(stages: readonly Stage[], now: Stage, history: History): PublicStep[] {
  const entered = new Map(history.map(({ stageKey, at }) => [stageKey, at]));
  const usual = new Set(
    [...Map.groupBy(stages, ({ order }) => order).values()].flatMap((same) =>
      same.filter(({ kind }) => kind !== 'stopped').slice(0, 1),
    ),
  );
  return stages
    .filter(
      (stage) => stage.order > 0 && (stage.key === now.key || entered.has(stage.key) || usual.has(stage)),
    )
    .filter((stage) => now.kind !== 'stopped' || stage.key === now.key || entered.has(stage.key))
    .sort((left, right) => left.order - right.order)
    .map((stage): PublicStep => {
      const since = entered.get(stage.key) ?? null;
      if (stage.key === now.key) return { stage, since, place: 'now' };
      return since !== null && stage.order <= now.order
        ? { stage, since, place: 'done' }
        : { stage, since: null, place: 'next' };
    })
    .filter(({ place, stage }) => place !== 'next' || stage.order > now.order);
}

function expectedBy(history: History, now: Stage, workingDays: number): number | null {
  const interview = history.findLastIndex(({ stageKey }) => stageKey === PROMISE_BEGINS_AFTER);
  const approved = interview < 0 ? undefined : history[interview + 1];
  const over =
    now.kind !== 'normal' ||
    history.slice(interview + 1).some(({ stageKey }) => stageKey === PROMISE_ENDS_AT);
  return approved === undefined || over ? null : addWorkingDays(approved.at, workingDays);
}
