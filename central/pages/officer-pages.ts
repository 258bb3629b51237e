import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { parseTrackingCode } from '../../contract/domain/tracking-code.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import { createCollectivePages } from '../collective/collective-pages.ts';
import { createDashboardPage } from '../dashboard/dashboard-pages.ts';
import { createFeedbackPages } from '../feedback/feedback-pages.ts';
import { CARRY_ADDRESS } from '../hand-carry/carry-page.ts';
import { createCarryPages } from '../hand-carry/carry-pages.ts';
import { findInDirectory } from '../packets/applications.ts';
import { createApplicationPages } from './application-pages.ts';
import { ALL_STAGES, type ListQuery, listPage, NEWEST } from './list-page.ts';
import { type Officer, show } from './officer-frame.ts';
import type { PagesParts } from './pages.ts';
import { createSessionPages } from './sessions.ts';
import { officerWords as words } from './words/words.ts';
import { listApplications } from './work-list.ts';

/** Forms here are some lines of text. */
const LARGEST_FORM_BYTES = 256 * 1024;

const daysSchema = z.coerce.number().int().min(1).max(3_650);

/** The immigration officer's pages: sign in, work list, one application, collective list, dashboard, what citizens say, what comes by hand. */
export function createOfficerPages(parts: PagesParts): Hono<Officer> {
  const { database, regions, now } = parts;
  const pages = new Hono<Officer>();
  const limit = bodyLimit({ maxSize: LARGEST_FORM_BYTES });
  pages.use(async (context, next) => {
    // The one form with a file: it is written down as it arrives and has a limit of its own.
    if (context.req.path === CARRY_ADDRESS) return await next();
    return await limit(context, next);
  });
  pages.route('/', createSessionPages(parts));

  pages.get('/', async (context) => {
    const query: ListQuery & { kode?: string } = context.req.query();
    const code = query.kode === undefined ? null : parseTrackingCode(query.kode.slice(0, 40));
    const found = code === null ? null : await findInDirectory(database, code);
    if (found) return context.redirect(`/petugas/permohonan/${found.applicationId}`, 303);
    const catalog = await catalogInForce(database, now());
    const running = catalog.stages.filter(({ kind }) => kind === 'normal' || kind === 'needs-citizen');
    const days = daysSchema.safeParse(query.umur);
    const list = await listApplications(
      database,
      {
        stages: query.tahap === ALL_STAGES ? [] : query.tahap ? [query.tahap] : running.map(({ key }) => key),
        village: query.wilayah,
        service: query.layanan,
        olderThanDays: days.success ? days.data : undefined,
        oldestFirst: query.urut !== NEWEST,
        after: query.setelah,
      },
      now(),
    );
    const body = listPage({
      catalog,
      regions,
      list,
      query,
      codeUnknown: query.kode !== undefined,
      now: now(),
    });
    return show(context, { title: words.workList, here: '/petugas', session: context.var.session, body });
  });
  pages.route('/permohonan', createApplicationPages(parts));
  pages.route('/kolektif', createCollectivePages(parts));
  pages.route('/dasbor', createDashboardPage(parts));
  pages.route('/masukan', createFeedbackPages(parts));
  pages.route('/kiriman', createCarryPages(parts));
  return pages;
}
