import { z } from 'zod';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { StageChange } from '../packets/set-stage.ts';
import { readInstant } from './format.ts';
import { REMARK_PREFIX } from './send-back-form.ts';

/** Stages an officer's two shortcuts lead to; the catalog must have them. */
const SENT_BACK = 'needs-correction';
const SCHEDULED = 'scheduled';
/** A form has some forty fields and pages; more remarks come from no page of ours. */
const MOST_REMARKS = 200;

const common = { seen: z.coerce.number().int().nonnegative() };
const formSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('stage'), stage: z.string().min(1).max(80), ...common }),
  z.object({ action: z.literal('send-back'), remark: z.string().trim().max(2_000), ...common }),
  z.object({
    action: z.literal('schedule'),
    date: z.string(),
    time: z.string(),
    place: z.string().trim().max(200),
    ...common,
  }),
]);

type Change = Omit<StageChange, 'applicationId' | 'officerName'>;
export type ReadChange =
  | { readonly change: Change }
  | { readonly refused: 'ill-formed' | 'remarkNeeded' | 'scheduleWrong' };

/** Remarks beside fields and pictures, by their keys; empty ones are none. */
function readRemarks(form: Readonly<Record<string, string>>): Record<string, string> | null {
  const remarks = Object.entries(form)
    .filter(([name, text]) => name.startsWith(REMARK_PREFIX) && text.trim() !== '')
    .map(([name, text]) => [name.slice(REMARK_PREFIX.length), text.trim()] as const);
  const fits =
    remarks.length <= MOST_REMARKS && remarks.every(([key, text]) => key.length <= 80 && text.length <= 500);
  return fits ? Object.fromEntries(remarks) : null;
}

/** What the officer wants done, of a form on the application's page. */
export function readChange(
  form: Readonly<Record<string, string>>,
  catalog: Catalog,
  now: number,
): ReadChange {
  const parsed = formSchema.safeParse(form);
  if (!parsed.success) return { refused: 'ill-formed' };
  const { data } = parsed;
  const has = (key: string) => catalog.stages.some((stage) => stage.key === key && stage.order > 0);
  const plain = { remark: null, fieldRemarks: {}, seen: data.seen };
  switch (data.action) {
    case 'stage':
      return has(data.stage) ? { change: { ...plain, stageKey: data.stage } } : { refused: 'ill-formed' };
    case 'send-back': {
      const fieldRemarks = readRemarks(form);
      if (!fieldRemarks || !has(SENT_BACK)) return { refused: 'ill-formed' };
      if (data.remark === '' && Object.keys(fieldRemarks).length === 0) return { refused: 'remarkNeeded' };
      return {
        change: {
          stageKey: SENT_BACK,
          remark: data.remark || null,
          fieldRemarks,
          appointment: null,
          seen: data.seen,
        },
      };
    }
    case 'schedule': {
      const at = readInstant(data.date, data.time);
      if (at === null || at <= now || data.place === '') return { refused: 'scheduleWrong' };
      if (!has(SCHEDULED)) return { refused: 'ill-formed' };
      return { change: { ...plain, stageKey: SCHEDULED, appointment: { at, place: data.place } } };
    }
  }
}
