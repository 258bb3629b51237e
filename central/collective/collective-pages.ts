import { type Context, Hono } from 'hono';
import type { Catalog } from '../../contract/domain/catalog.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import { setStage } from '../packets/set-stage.ts';
import { formatNik, readInstant } from '../pages/format.ts';
import { type Officer, show } from '../pages/officer-frame.ts';
import type { PagesParts } from '../pages/pages.ts';
import { isOurs, readForm } from '../pages/sessions.ts';
import { officerWords as words } from '../pages/words/words.ts';
import { type CollectivePerson, listCollective } from './collective-list.ts';
import { areaName, type CollectivePageParts, collectivePage } from './collective-page.ts';
import { csvDocument } from './csv.ts';

const SCHEDULED = 'scheduled';
const AREA = /^\d\d\.\d\d\.\d\d(\.\d{4})?$/;

/** The list of people for a mobile visit: to look at, print, download and schedule. */
export function createCollectivePages(parts: PagesParts): Hono<Officer> {
  const { database, months, regions, now } = parts;
  const pages = new Hono<Officer>();

  async function page(
    context: Context<Officer>,
    area: string,
    notice: CollectivePageParts['notice'],
    status: 200 | 400 = 200,
  ) {
    const catalog = await catalogInForce(database, now());
    const list = area ? await listCollective(database, catalog, area) : null;
    const { session } = context.var;
    const body = collectivePage({ catalog, regions, session, area, list, notice, now: now() });
    return await show(context, { title: words.collective, here: '/petugas/kolektif', session, body }, status);
  }

  pages.get('/', (context) => {
    const { wilayah: area = '', terjadwal: scheduled } = context.req.query();
    const done = /^\d{1,2}$/.test(scheduled ?? '');
    const notice = done ? ({ kind: 'good', text: `${scheduled} ${words.visitSaved}` } as const) : null;
    return page(context, AREA.test(area) ? area : '', notice);
  });

  pages.post('/', async (context) => {
    const form = await readForm(context);
    if (!isOurs(context, form)) return context.text('403', 403);
    const area = form.wilayah ?? '';
    if (!AREA.test(area)) return context.text('400', 400);
    const catalog = await catalogInForce(database, now());
    const { people } = await listCollective(database, catalog, area);
    const chosen = people.filter(({ applicationId }) => `ikut:${applicationId}` in form);
    if (chosen.length === 0)
      return await page(context, area, { kind: 'bad', text: words.chooseSomebody }, 400);
    if (form.action === 'csv') return download(context, catalog, area, chosen);
    const at = readInstant(form.date ?? '', form.time ?? '');
    const place = (form.place ?? '').trim().slice(0, 200);
    if (at === null || at <= now() || place === '') {
      return await page(context, area, { kind: 'bad', text: words.scheduleWrong }, 400);
    }
    await months.ensure(now());
    const { officerName } = context.var.session;
    for (const { applicationId } of chosen) {
      const change = { applicationId, stageKey: SCHEDULED, remark: null, fieldRemarks: {}, officerName };
      await database.transaction((queries) =>
        setStage(queries, { ...change, appointment: { at, place } }, now()),
      );
    }
    return context.redirect(`/petugas/kolektif?wilayah=${area}&terjadwal=${chosen.length}`, 303);
  });

  function download(context: Context, catalog: Catalog, area: string, people: readonly CollectivePerson[]) {
    const head = [
      words.number,
      words.applicant,
      words.birthDate,
      words.nik,
      words.kind,
      words.product,
      words.village,
      words.phone,
      words.code,
    ];
    const rows = people.map((person, index) => {
      const service = catalog.services.find(({ key }) => key === person.serviceKey);
      return [
        String(index + 1),
        person.fullName,
        person.birthDate,
        // In groups: sixteen digits in a row lose their last one in a spreadsheet.
        formatNik(person.nik),
        service?.name.id ?? person.serviceKey,
        service?.products.find(({ key }) => key === person.productKey)?.name.id ?? person.productKey,
        regions.villageName(person.villageCode),
        person.phone,
        person.trackingCode,
      ];
    });
    const name = areaName(regions, area)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-');
    return context.body(csvDocument([head, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="kolektif-${name}.csv"`,
      'cache-control': 'no-store',
    });
  }
  return pages;
}
