import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { type BundlePlace, openBundleFiles } from '../../store/bundles/bundle-files.ts';
import { StoreError } from '../../store/store-error.ts';
import { makeSealingPair } from '../testing/central-keys.ts';
import { openCore } from '../testing/open-packet.ts';
import { specimenApplication } from '../testing/specimen-application.ts';
import { openBundle } from './bundle.ts';
import { createSealer } from './sealer.ts';
import { makeStationKey, publicHalf } from './station-key.ts';

const central = makeSealingPair();
const signingKey = makeStationKey();
const keys = { stationId: 'station-1', signingKey, sealingKey: central.publicKey };
const folder = mkdtempSync(join(tmpdir(), 'anjungan-sealer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bundles = openBundleFiles(folder);
const sealer = createSealer({ keys: () => keys, bundles });
const attachmentsArbitrary = fc.array(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), { maxLength: 4 });

async function sealSpecimen(attachments: readonly Uint8Array[], counter = 1) {
  const application = specimenApplication('station-1', attachments);
  return { application, packet: await sealer.seal({ packetId: v7(), counter, application, attachments }) };
}

function bytesOf(place: BundlePlace): Buffer {
  const reader = bundles.open(place);
  if (reader === null) throw new Error('not there');
  const bytes = Buffer.from(reader.read(0, reader.byteLength));
  reader.close();
  return bytes;
}

test('what is sealed opens at central as it was', async () => {
  await fc.assert(
    fc.asyncProperty(attachmentsArbitrary, fc.integer({ min: 1 }), async (attachments, counter) => {
      const { application, packet } = await sealSpecimen(attachments, counter);
      const content = await openCore(packet.core.sealed, central, publicHalf(signingKey));
      expect(content).toMatchObject({ packetId: packet.core.packetId, stationId: 'station-1', counter });
      expect(content.application).toEqual(application);
      expect(packet.core.sha256).toBe(createHash('sha256').update(packet.core.sealed).digest('hex'));
      expect(packet.core.bundleByteLength).toBe(packet.bundle?.byteLength ?? 0);
      if (content.bundle === null || packet.bundle === null) {
        expect(attachments).toHaveLength(0);
        return;
      }
      const bundle = bytesOf(packet.bundle);
      expect(content.bundle.sha256).toBe(createHash('sha256').update(bundle).digest('hex'));
      expect(openBundle(bundle, content.bundle.key)).toEqual(Buffer.concat(attachments));
    }),
    { numRuns: 40 },
  );
});

test('any changed character of a core is refused', async () => {
  const { packet } = await sealSpecimen([]);
  const { sealed } = packet.core;
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom(...'AQgw_-09.'), async (place, wrong) => {
      const changed = sealed.slice(0, place) + wrong + sealed.slice(place + 1);
      fc.pre(!sameParts(changed, sealed));
      await expect(openCore(changed, central, publicHalf(signingKey))).rejects.toThrow();
    }),
    { numRuns: 100 },
  );
});

test('any flipped bit of a bundle is refused', async () => {
  const { packet } = await sealSpecimen([Buffer.alloc(500, 7)]);
  const content = await openCore(packet.core.sealed, central, publicHalf(signingKey));
  if (packet.bundle === null) throw new Error('no bundle');
  const bundle = bytesOf(packet.bundle);
  fc.assert(
    fc.property(fc.nat(bundle.length - 1), fc.integer({ min: 0, max: 7 }), (place, bit) => {
      const changed = Buffer.from(bundle);
      changed[place] = (changed[place] ?? 0) ^ (1 << bit);
      expect(() => openBundle(changed, content.bundle?.key ?? '')).toThrow();
    }),
  );
});

test('a packet signed by another station is refused', async () => {
  const { packet } = await sealSpecimen([]);
  await expect(openCore(packet.core.sealed, central, publicHalf(makeStationKey()))).rejects.toThrow();
});

test('attachments that differ from the manifest are never signed', async () => {
  const application = specimenApplication('station-1', [Buffer.from('one'), Buffer.from('two')]);
  const attempt = { packetId: v7(), counter: 1, application };
  for (const attachments of [
    [],
    [Buffer.from('one')],
    [Buffer.from('two'), Buffer.from('one')],
    [Buffer.from('one'), Buffer.from('twx')],
  ]) {
    await expect(sealer.seal({ ...attempt, attachments })).rejects.toMatchObject({
      kind: 'attachment-differs',
    });
  }
});

test('nothing is sealed before enrolment, and nothing larger than central takes', async () => {
  const application = specimenApplication('station-1', []);
  const packet = { packetId: v7(), counter: 1, application, attachments: [] };
  await expect(createSealer({ keys: () => null, bundles }).seal(packet)).rejects.toMatchObject({
    kind: 'not-enrolled',
  });
  const values = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`a.f${n}`, 'X'.repeat(400)]));
  await expect(sealer.seal({ ...packet, application: { ...application, values } })).rejects.toMatchObject({
    kind: 'core-too-large',
  });
});

test('a bundle that finds no room is told, and nothing is sealed', async () => {
  const full = new StoreError('storage-full', 'ENOSPC', null);
  const noRoom = createSealer({
    keys: () => keys,
    bundles: { ...bundles, append: () => Promise.reject(full) },
  });
  const attachments = [Buffer.from('one')];
  const application = specimenApplication('station-1', attachments);
  await expect(noRoom.seal({ packetId: v7(), counter: 1, application, attachments })).rejects.toBe(full);
});

/** The last character of a base64url part carries spare bits, so two spellings may be the same bytes. */
function sameParts(left: string, right: string): boolean {
  const bytes = (text: string) =>
    text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  return bytes(left).join('.') === bytes(right).join('.');
}
