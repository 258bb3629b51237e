import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { carryFile } from '../testing/specimen-carry.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';
import { importCommand } from './import-command.ts';

test('import writes the reply next to the file and one line, again and again the same, and nothing for a refused one', async () => {
  const central = await startTestCentral();
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-import-'));
  onTestFinished(async () => {
    await central.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const station = await enrolSpecimenStation(central.url, CODE);
  const bytes = carryFile(station, 1, [await station.seal([Buffer.from('picture')]), await station.seal([])]);
  const file = join(folder, 'kiriman.ajk');
  writeFileSync(file, bytes);
  const lines: string[] = [];
  const records: unknown[] = [];
  const run = (path: string) =>
    importCommand(
      central,
      path,
      (line) => lines.push(line),
      (record) => records.push(record),
    );

  expect(await run(file)).toBe(true);
  const first = JSON.parse(lines[0] ?? '');
  expect(first).toMatchObject({ outcome: 'received', number: 1, acknowledged: 2, rejected: 0 });
  const reply = readFileSync(first.reply);
  expect(await run(file)).toBe(true);
  expect(JSON.parse(lines[1] ?? '')).toEqual({ ...first, outcome: 'replayed' });
  expect(readFileSync(first.reply)).toEqual(reply);

  const cut = join(folder, 'potong.ajk');
  writeFileSync(cut, bytes.subarray(0, -1));
  const before = readdirSync(folder);
  expect(await run(cut)).toBe(false);
  expect(JSON.parse(lines[2] ?? '')).toEqual({ outcome: 'refused', reason: 'truncated' });
  expect(readdirSync(folder)).toEqual(before);
  const { stationId } = station.enrolment;
  expect(records).toMatchObject([
    { outcome: 'received', reason: '', stationId, number: 1, acknowledged: 2, rejected: 0 },
    { outcome: 'replayed' },
    { outcome: 'refused', reason: 'truncated', stationId: null },
  ]);
  expect(JSON.stringify(records)).not.toContain('Balai');
  const metrics = await (await fetch(`${central.url}/metrics`)).text();
  expect(metrics).toContain('central_carried_packets_acknowledged 2');
  await expect(run(join(folder, 'tidak-ada'))).rejects.toThrow('ENOENT');
});
