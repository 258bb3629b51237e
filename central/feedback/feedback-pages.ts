import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { complaintStateSchema, LONGEST_COMPLAINT } from '../../contract/domain/complaint.ts';
import { type Officer, show } from '../pages/officer-frame.ts';
import type { PagesParts } from '../pages/pages.ts';
import { isOurs, readForm } from '../pages/sessions.ts';
import { feedbackWords as words } from '../pages/words/words.ts';
import { countOpen, listComplaints, setComplaintState } from './complaints.ts';
import { readFeedbackMonths } from './feedback-months.ts';
import { FEEDBACK_ADDRESS, type FeedbackPageParts, feedbackPage } from './feedback-page.ts';
import { findMedium, mediaOfComplaints, recordView } from './media-rows.ts';
import { openMedium } from './open-medium.ts';

/** A year, to compare a month with itself. */
const SHOWN_MONTHS = 13;
/** Open ones come first; a district that has more open than this has another problem. */
const SHOWN_COMPLAINTS = 50;

const mediumSchema = z.object({ station: z.string().min(1).max(100), medium: z.uuid() });

const changeSchema = z.object({
  station: z.string().min(1).max(100),
  id: z.uuid(),
  state: complaintStateSchema,
  // Forms send each line end as two characters, of which the page counts one.
  answer: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(LONGEST_COMPLAINT)),
  seen: z.coerce.number().int().nonnegative(),
});

/** What citizens say at all kiosks, and what the office answers. */
export function createFeedbackPages({ database, bundles, regions, now }: PagesParts): Hono<Officer> {
  const pages = new Hono<Officer>();

  async function page(
    context: Context<Officer>,
    notice: FeedbackPageParts['notice'],
    status: 200 | 400 | 409 = 200,
  ) {
    const { session } = context.var;
    const complaints = await listComplaints(database, SHOWN_COMPLAINTS);
    const ids = complaints.map(({ id }) => id);
    const body = feedbackPage({
      session,
      regions,
      months: await readFeedbackMonths(database, SHOWN_MONTHS),
      complaints,
      media: await mediaOfComplaints(database, ids),
      open: await countOpen(database),
      notice,
    });
    return await show(context, { title: words.title, here: FEEDBACK_ADDRESS, session, body }, status);
  }

  pages.get('/', (context) => page(context, context.req.query('tersimpan') === undefined ? null : 'saved'));

  /** What a citizen showed or said. Who opens it is written down first. */
  pages.get('/:station/:medium', async (context) => {
    const names = mediumSchema.safeParse(context.req.param());
    const medium = names.success ? await findMedium(database, names.data.station, names.data.medium) : null;
    const bytes = medium && (await openMedium(bundles, medium));
    if (!bytes) return context.notFound();
    await recordView(database, medium, context.var.session.officerName, now());
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': medium.contentType,
      'cache-control': 'no-store',
    });
  });

  pages.post('/', async (context) => {
    const form = await readForm(context);
    if (!isOurs(context, form)) return context.text('403', 403);
    const read = changeSchema.safeParse(form);
    if (!read.success) return context.text('400', 400);
    const { station: stationId, id, state, answer, seen } = read.data;
    if (state === 'answered' && answer === '') return await page(context, 'answerNeeded', 400);
    const { officerName } = context.var.session;
    const change = { stationId, id, state, answer: answer === '' ? null : answer, officerName, seen };
    const outcome = await database.transaction((queries) => setComplaintState(queries, change, now()));
    if (outcome === 'changed-meanwhile') return await page(context, 'changedMeanwhile', 409);
    return context.redirect(`${FEEDBACK_ADDRESS}?tersimpan`, 303);
  });
  return pages;
}
