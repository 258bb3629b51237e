import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { BundleStore } from '../bundles/bundle-store.ts';
import type { Regions } from '../catalog/regions.ts';
import type { Database } from '../database/database.ts';
import type { Months } from '../database/months.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import type { Limits } from '../limits/limits.ts';
import type { CarriedRecord } from '../observation/carried-record.ts';
import type { Metrics } from '../observation/metrics.ts';
import type { Reception } from '../packets/receive-packet.ts';
import { findFont } from './font.ts';
import { createOfficerPages } from './officer-pages.ts';
import { createStatusPage } from './status-page.ts';
import { stylesheet } from './style/stylesheet.ts';

export interface PagesParts {
  readonly database: Database;
  readonly months: Months;
  readonly bundles: BundleStore;
  readonly regions: Regions;
  readonly keys: CentralKeys;
  readonly reception: Reception;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly onCarried: (record: CarriedRecord) => void;
  readonly behindProxy: boolean;
  readonly now: () => number;
  /** Name and secret shown on the sign-in page; practice mode only. */
  readonly practiceOfficer: { readonly name: string; readonly secret: string } | null;
  readonly resourcesFolder: string;
}

/** Style and letters change only with a release; the address stays, so a day. */
const CACHED = 'public, max-age=86400';

/** Central's pages for people. They work without a script. */
export function createPages(parts: PagesParts): Hono {
  const pages = new Hono();
  const font = findFont(parts.resourcesFolder);
  pages.use(compress());
  pages.get('/', (context) => context.redirect('/status'));
  pages.get('/gaya.css', (context) =>
    context.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': CACHED }),
  );
  pages.get('/huruf.woff2', (context) => {
    if (!font) return context.notFound();
    return context.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': CACHED });
  });
  pages.route('/', createStatusPage(parts));
  pages.route('/petugas', createOfficerPages(parts));
  return pages;
}
