import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { formatTicketCode } from '../../../contract/domain/ticket-code.ts';
import type { PaperWidth } from '../../../drivers/receipt-printer/paper-width.ts';
import { PAPER } from '../../../drivers/receipt-printer/paper-width.ts';
import { startPrintBench } from '../testing/print-bench.ts';
import { specimenReceipt, specimenTicket } from '../testing/specimen-papers.ts';
import { formatCalendarDate, formatDay, formatMoney, formatTime } from './paper-formats.ts';
import english from './texts.en.json' with { type: 'json' };
import indonesian from './texts.id.json' with { type: 'json' };

const TICKET_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

/** Compares with the picture kept beside this test; `GOLDEN=write` keeps a new one after somebody looked at it. */
function expectGolden(name: string, png: Uint8Array | undefined): void {
  const path = join(import.meta.dirname, 'golden', `${name}.png`);
  if (process.env.GOLDEN === 'write') writeFileSync(path, png ?? '');
  expect(Buffer.compare(readFileSync(path), png ?? new Uint8Array())).toBe(0);
}

async function printOn(width: PaperWidth, document: typeof specimenTicket | typeof specimenReceipt) {
  const bench = await startPrintBench(width);
  const printing = bench.printing();
  const request = { id: v7(), subjectId: TICKET_ID, label: 'A-012', document };
  bench.store.transaction((database) => printing.enqueue(database, request, bench.clock.now()));
  printing.wake();
  await bench.pass(() => printing.job(request.id).state === 'printed');
  expect([bench.troubles, bench.printer.problems]).toEqual([[], []]);
  return bench.printer.takePaper()[0];
}

test.each([58, 80] as const)('the ticket on %i mm paper', async (width) => {
  const paper = await printOn(width, specimenTicket);
  expect(paper?.codes).toEqual([formatTicketCode(TICKET_ID)]);
  expectGolden(`ticket-${width}`, paper?.png);
});

test.each([58, 80] as const)('the receipt on %i mm paper', async (width) => {
  const paper = await printOn(width, specimenReceipt);
  const text =
    paper?.text
      .map((line) => line.trim())
      .join(' ')
      .replaceAll(/\s+/g, ' ') ?? '';
  expect(paper?.codes).toEqual([specimenReceipt.trackingCode]);
  for (const words of [
    'TANDA TERIMA PERMOHONAN',
    'Bukan bukti pembayaran',
    specimenReceipt.trackingCode,
    'S*** S*******',
    'Rp 950.000',
    'PP 45/2024, berlaku sejak 17 Desember 2024',
    'SP4N-LAPOR!',
    'LATIHAN - SPESIMEN',
  ])
    expect(text).toContain(words);
  expect(paper?.text.every((line) => line.length <= PAPER[width].columns)).toBe(true);
  expectGolden(`receipt-${width}`, paper?.png);
});

test('amounts, days and times read the Indonesian way', () => {
  const at = Date.UTC(2026, 10, 24, 2, 5);
  expect([formatMoney(650_000), formatDay(at, 'id'), formatTime(at), formatDay(at, 'en')]).toEqual([
    'Rp 650.000',
    '24 November 2026',
    '09.05 WIB',
    '24 November 2026',
  ]);
  expect(formatCalendarDate('2024-12-17', 'id')).toBe('17 Desember 2024');
  expect(formatDay(Date.UTC(2026, 10, 23, 17, 0), 'id')).toBe('24 November 2026');
});

test('both languages say the same things', () => {
  expect(Object.keys(english)).toEqual(Object.keys(indonesian));
});
