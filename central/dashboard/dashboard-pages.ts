import { Hono } from 'hono';
import { catalogInForce } from '../catalog/catalogs.ts';
import { type Officer, show } from '../pages/officer-frame.ts';
import type { PagesParts } from '../pages/pages.ts';
import { officerWords as words } from '../pages/words/words.ts';
import { readContacts } from '../stations/contacts.ts';
import { dashboardPage } from './dashboard-page.ts';
import { readFigures } from './figures.ts';
import { OUTAGE_DAYS } from './outages.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** `GET` of the district's dashboard. */
export function createDashboardPage({ database, regions, now }: PagesParts): Hono<Officer> {
  const pages = new Hono<Officer>();
  pages.get('/', async (context) => {
    const at = now();
    const body = dashboardPage({
      catalog: await catalogInForce(database, at),
      regions,
      figures: await readFigures(database, at),
      contacts: await readContacts(database, at - OUTAGE_DAYS * DAY_MILLISECONDS),
      now: at,
    });
    return show(context, {
      title: words.dashboard,
      here: '/petugas/dasbor',
      session: context.var.session,
      body,
    });
  });
  return pages;
}
