import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { catalogInForce } from '../catalog/catalogs.ts';
import { findInDirectory } from '../packets/applications.ts';
import { findPicture } from '../packets/find-picture.ts';
import { type StageChange, setStage } from '../packets/set-stage.ts';
import { stagesOf } from '../packets/stage-events.ts';
import { readChange } from './application-form.ts';
import { applicationPage, type Notice } from './application-page.ts';
import { type Officer, show } from './officer-frame.ts';
import type { PagesParts } from './pages.ts';
import { isOurs, readForm } from './sessions.ts';
import { findApplication } from './work-list.ts';

/** What a station may call a picture and a browser may draw; anything else is offered as bytes. */
const DRAWN: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** One application: its data, its pictures, what to do with it. */
export function createApplicationPages(parts: PagesParts): Hono<Officer> {
  const { database, bundles, months, regions, now } = parts;
  const pages = new Hono<Officer>();

  async function page(context: Context<Officer>, notice: Notice | null, status: 200 | 400 | 409 = 200) {
    const id = z.uuid().safeParse(context.req.param('id'));
    const received = id.success ? await findApplication(database, id.data) : null;
    const place = received && (await findInDirectory(database, received.application.id));
    if (!received || !place) return context.notFound();
    const body = applicationPage({
      catalog: await catalogInForce(database, now()),
      regions,
      session: context.var.session,
      received,
      history: await stagesOf(database, place.stationId, place.applicationId),
      notice,
      now: now(),
    });
    const { session } = context.var;
    return show(context, { title: received.application.trackingCode, session, body }, status);
  }

  pages.get('/:id', (context) =>
    page(context, context.req.query('tersimpan') === undefined ? null : 'saved'),
  );

  pages.get('/:id/gambar/:picture', async (context) => {
    const ids = z.object({ id: z.uuid(), picture: z.uuid() }).safeParse(context.req.param());
    const picture = ids.success ? await findPicture(database, bundles, ids.data.id, ids.data.picture) : null;
    if (!picture) return context.notFound();
    const drawn = DRAWN.includes(picture.mediaType);
    return context.body(new Uint8Array(picture.bytes), 200, {
      'content-type': drawn ? picture.mediaType : 'application/octet-stream',
      ...(!drawn && { 'content-disposition': 'attachment' }),
      'cache-control': 'no-store',
    });
  });

  pages.post('/:id', async (context) => {
    const id = z.uuid().safeParse(context.req.param('id'));
    const form = await readForm(context);
    if (!isOurs(context, form)) return context.text('403', 403);
    if (!id.success) return context.notFound();
    const read = readChange(form, await catalogInForce(database, now()), now());
    if ('refused' in read) {
      return read.refused === 'ill-formed'
        ? context.text('400', 400)
        : await page(context, read.refused, 400);
    }
    const change: StageChange = {
      ...read.change,
      applicationId: id.data,
      officerName: context.var.session.officerName,
    };
    await months.ensure(now());
    const outcome = await database.transaction((queries) => setStage(queries, change, now()));
    switch (outcome) {
      case 'set':
        return context.redirect(`/petugas/permohonan/${id.data}?tersimpan`, 303);
      case 'unknown':
        return context.notFound();
      case 'changed-meanwhile':
        return await page(context, 'changedMeanwhile', 409);
    }
  });
  return pages;
}
