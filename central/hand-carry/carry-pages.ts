import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { carryReplyName } from '../../contract/central/hand-carry.ts';
import { carriedRecord } from '../observation/carried-record.ts';
import { type Officer, show } from '../pages/officer-frame.ts';
import type { PagesParts } from '../pages/pages.ts';
import { carryWords as words } from '../pages/words/words.ts';
import { findCarriedFile, listCarriedFiles } from './carried-files.ts';
import { CARRY_ADDRESS, type CarryNotice, carryPage } from './carry-page.ts';
import { receiveCarryFile } from './receive-file.ts';
import { spoolUpload } from './spool-upload.ts';

const SHOWN_FILES = 20;

/** The officer's box for files that came by hand. */
export function createCarryPages(parts: PagesParts): Hono<Officer> {
  const { database } = parts;
  const pages = new Hono<Officer>();

  async function page(context: Context<Officer>, notice: CarryNotice | null, status: 200 | 400 = 200) {
    const { session } = context.var;
    const files = await listCarriedFiles(database, SHOWN_FILES);
    const body = carryPage({ session, files, notice });
    return await show(context, { title: words.title, here: CARRY_ADDRESS, session, body }, status);
  }

  async function find(stationId: string | undefined, number: string | undefined) {
    if (!stationId || !/^\d{1,9}$/.test(number ?? '')) return null;
    return await findCarriedFile(database, stationId.slice(0, 100), Number(number));
  }

  /** Where the browser is sent after a file was received, so that a reload sends nothing again. */
  pages.get('/', async (context) => {
    const { kiosk, nomor, ulang } = context.req.query();
    const found = await find(kiosk, nomor);
    const kind = ulang === undefined ? 'received' : 'replayed';
    return await page(context, found && { kind, file: found.file });
  });

  pages.get('/:station/:number', async (context) => {
    const { station, number } = context.req.param();
    const found = await find(station, number);
    if (!found) return context.notFound();
    const name = carryReplyName(found.file.stationId, found.file.number);
    return context.body(new Uint8Array(found.reply), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  });

  pages.post('/', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'anjungan-kiriman-'));
    try {
      const path = join(folder, 'kiriman');
      const spooled = await spoolUpload(context.req.raw, path, context.var.session.formToken);
      if (spooled === 'forbidden') return context.text('403', 403);
      if (spooled !== 'stored') return await page(context, { kind: 'refused', reason: spooled }, 400);
      const begun = performance.now();
      const result = await receiveCarryFile(parts, () => createReadStream(path));
      const record = carriedRecord(result, Math.round(performance.now() - begun));
      parts.metrics.carriedFile(record.outcome, record.reason);
      parts.onCarried(record);
      if (result.outcome === 'refused')
        return await page(context, { kind: 'refused', reason: result.reason }, 400);
      const { stationId, number } = result.file;
      const query = new URLSearchParams({ kiosk: stationId, nomor: String(number) });
      if (result.outcome === 'replayed') query.set('ulang', '');
      return context.redirect(`${CARRY_ADDRESS}?${query}`, 303);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return pages;
}
