import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryReplySchema } from '../../contract/central/hand-carry.ts';
import { CARRY_REPLY, splitSignedFile } from '../../contract/central/signed-file.ts';
import { createMonths } from '../database/months.ts';
import { type CarryOutcome, type CarryParts, receiveCarryFile } from '../hand-carry/receive-file.ts';
import { loadCentralKeys, publicHalf } from '../keys/central-keys.ts';
import { isFileSignedBy } from '../keys/file-signature.ts';
import { findPicture } from '../packets/find-picture.ts';
import { createReception } from '../packets/receive-packet.ts';
import { issueEnrolment } from '../stations/enrolments.ts';
import { findStation } from '../stations/stations.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { carryFile, inPieces } from '../testing/specimen-carry.ts';
import { enrolSpecimenStation, sha256, silentStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';

/** What comes by hand: as much is promised as for what comes by the line. */
export function describeHandCarry(openDatabase: OpenDatabase): void {
  describe('hand carry', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let other: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let parts: CarryParts;
    let number = 0;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase());
      const { database, bundles } = central;
      station = await enrolSpecimenStation(central.url, CODE);
      const { code } = await issueEnrolment(database, { name: 'Balai Lain', villageCode: null }, Date.now());
      other = await enrolSpecimenStation(central.url, code);
      const keys = await loadCentralKeys(database);
      const now = Date.now;
      const months = createMonths(database);
      parts = {
        database,
        keys,
        now,
        reception: createReception({ database, months, bundles, keys, now }),
      };
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    const receive = (bytes: Uint8Array, size?: number) => receiveCarryFile(parts, inPieces(bytes, size));
    const nextNumber = () => {
      number += 1;
      return number;
    };

    function received(outcome: CarryOutcome) {
      if (outcome.outcome === 'refused') throw new Error(`refused: ${outcome.reason}`);
      const split = splitSignedFile(CARRY_REPLY, outcome.reply);
      if (typeof split === 'string') throw new Error(split);
      expect(isFileSignedBy(split.signed, split.signature, station.enrolment.signingKey)).toBe(true);
      return { ...outcome, payload: carryReplySchema.parse(split.payload) };
    }

    async function everythingHeld() {
      const tables = ['packet_receipts', 'applications', 'carried_files', 'directory', 'bundle_parts'];
      const counts = tables.map((table) => central.database.query(`SELECT count(*) AS held FROM ${table}`));
      return (await Promise.all(counts)).map(([row]) => Number(row?.held));
    }

    test('a file of packets is received once, whole, each with an acknowledgement the station can check', async () => {
      const packets = [
        await station.seal([randomBytes(60_000), randomBytes(300)]),
        await station.seal([]),
        await station.seal([randomBytes(5_000)]),
      ];
      const { file, payload, outcome, replyName } = received(
        await receive(carryFile(station, nextNumber(), packets)),
      );
      expect([outcome, file.acknowledged, file.rejected]).toEqual(['received', 3, 0]);
      expect(replyName).toMatch(/^balasan-[a-z0-9]{8}-00001\.ajb$/);
      const key = await importJWK(station.enrolment.signingKey, 'EdDSA');
      for (const [place, { core, content }] of packets.entries()) {
        const answer = payload.answers[place];
        if (answer?.outcome !== 'acknowledged') throw new Error('not acknowledged');
        const { payload: word } = await compactVerify(answer.acknowledgement, key);
        expect(JSON.parse(new TextDecoder().decode(word))).toMatchObject({
          packetId: core.packetId,
          sha256: core.sha256,
          stationId: station.enrolment.stationId,
        });
        for (const { id, sha256: wanted } of content.application.attachments) {
          const picture = await findPicture(central.database, central.bundles, core.applicationId, id);
          expect(sha256(picture?.bytes ?? '')).toBe(wanted);
        }
      }
    });

    test('the same file again gets the same answer and is said to be a repetition', async () => {
      const bytes = carryFile(station, nextNumber(), [await station.seal([randomBytes(400)])]);
      const first = received(await receive(bytes));
      const held = await everythingHeld();
      const again = received(await receive(bytes, 7));
      expect([first.outcome, again.outcome]).toEqual(['received', 'replayed']);
      expect(again.reply).toEqual(first.reply);
      expect(await everythingHeld()).toEqual(held);
    });

    test('many at once are received once, with one answer', async () => {
      const bytes = carryFile(station, nextNumber(), [await station.seal([randomBytes(400)])]);
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => receive(bytes)));
      const replies = outcomes.map((outcome) => received(outcome).reply.toString('hex'));
      expect(new Set(replies).size).toBe(1);
    });

    test('what came by the line too, before or after, is there once with one acknowledgement', async () => {
      const [before, half, after] = [
        await station.seal([randomBytes(900)]),
        await station.seal([randomBytes(900)]),
        await station.seal([randomBytes(900)]),
      ];
      await station.answersTo([before.core, half.core]);
      const online = await station.sendBundle(before.core.packetId, before.bundle);
      await station.sendBundle(half.core.packetId, half.bundle.subarray(0, 300));
      const { payload } = received(await receive(carryFile(station, nextNumber(), [before, half, after])));
      const acknowledgements = payload.answers.map((answer) =>
        answer.outcome === 'acknowledged' ? answer.acknowledgement : answer.reason,
      );
      expect(acknowledgements[0]).toBe(online.answer.acknowledgement);
      const later = await station.answersTo([before.core, half.core, after.core]);
      expect(later.map(({ acknowledgement }) => acknowledgement)).toEqual(acknowledgements);
      expect((await station.sendBundle(after.core.packetId, after.bundle)).answer.acknowledgement).toBe(
        acknowledgements[2],
      );
    });

    test('a packet that cannot be accepted is answered with its reason, and the others pass', async () => {
      const good = await station.seal([randomBytes(100)]);
      const spoiled = await station.seal([], (content) => ({ ...content, stationId: 'somebody-else' }));
      const { file, payload } = received(await receive(carryFile(station, nextNumber(), [spoiled, good])));
      expect([file.acknowledged, file.rejected]).toEqual([1, 1]);
      expect(payload.answers[0]).toMatchObject({ outcome: 'rejected', reason: 'wrong-station' });
    });

    test('a changed bit anywhere keeps everything out', async () => {
      const packets = [await station.seal([randomBytes(2_000)]), await station.seal([randomBytes(50)])];
      const bytes = carryFile(station, nextNumber(), packets);
      const held = await everythingHeld();
      const head = bytes.readUInt32BE(8);
      // Every byte of what says what the file is and of the signature; elsewhere at random.
      const certain = [
        ...Array.from({ length: 12 }, (_, place) => place),
        ...Array.from({ length: 64 }, (_, place) => 12 + head + place),
        bytes.length - 1,
      ];
      const places = fc.oneof(fc.constantFrom(...certain), fc.nat(bytes.length - 1));
      const refusals = new Set<string>();
      async function spoil(place: number, bit: number) {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const outcome = await receive(changed);
        expect(outcome.outcome).toBe('refused');
        if (outcome.outcome === 'refused') refusals.add(outcome.reason);
      }
      for (const place of certain) await spoil(place, place % 8);
      await fc.assert(
        fc.asyncProperty(places, fc.nat(7), async (place, bit) => await spoil(place, bit)),
        { numRuns: 300 },
      );
      expect([...refusals]).toEqual(expect.arrayContaining(['tampered', 'not-a-carry-file']));
      expect(await everythingHeld()).toEqual(held);
      expect(received(await receive(bytes)).outcome).toBe('received');
    }, 60_000);

    test('a file that ends early, anywhere, or goes on too long keeps everything out', async () => {
      const bytes = carryFile(station, nextNumber(), [await station.seal([randomBytes(2_000)])]);
      const held = await everythingHeld();
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
          expect(await receive(bytes.subarray(0, length))).toEqual({
            outcome: 'refused',
            reason: 'truncated',
          });
        }),
        { numRuns: 100 },
      );
      expect(await receive(Buffer.concat([bytes, Buffer.of(0)]))).toMatchObject({ reason: 'tampered' });
      expect(await everythingHeld()).toEqual(held);
    });

    test('a file in the name of another station, or of one nobody knows, keeps everything out', async () => {
      const packet = await other.seal([]);
      const held = await everythingHeld();
      const named = (stationId: string) => carryFile(other, 1, [packet], (head) => ({ ...head, stationId }));
      for (const stationId of [station.enrolment.stationId, 'station-nobody-knows'])
        expect(await receive(named(stationId))).toEqual({ outcome: 'refused', reason: 'wrong-station' });
      const stranger = { ...station, signRaw: () => randomBytes(64) };
      expect(await receive(carryFile(stranger, nextNumber(), [packet]))).toMatchObject({
        reason: 'tampered',
      });
      expect(await everythingHeld()).toEqual(held);
    });

    test('a station that never had a line is enrolled by its first file, once, and only by the code of its own id', async () => {
      const { database, keys } = parts;
      const village = { name: 'Balai Pekon Sunyi', villageCode: null };
      const issued = await issueEnrolment(database, village, Date.now());
      const silent = await silentStation({
        stationId: issued.stationId,
        sealingKey: publicHalf(keys.sealing),
        signingKey: publicHalf(keys.signing),
      });
      const packet = await silent.seal([randomBytes(200)]);
      const sealed = await silent.request(issued.code);
      const file = (enrolment: string | null, stationId = issued.stationId) =>
        carryFile(silent, 1, [packet], (head) => ({ ...head, stationId, enrolment }));
      const held = await everythingHeld();
      const another = await issueEnrolment(database, village, Date.now());
      const expired = await issueEnrolment(database, village, 0);
      for (const bytes of [
        file(null),
        file('not sealed'),
        file(await silent.request('AAAA-AAAA-AAAA-AAAA')),
        file(await silent.request(another.code)),
        file(await silent.request(expired.code), expired.stationId),
      ])
        expect(await receive(bytes)).toEqual({ outcome: 'refused', reason: 'wrong-station' });
      const thief = { ...silent, signRaw: () => randomBytes(64) };
      const stolen = carryFile(thief, 1, [packet], (head) => ({ ...head, enrolment: sealed }));
      expect(await receive(stolen)).toEqual({ outcome: 'refused', reason: 'tampered' });
      expect(await receive(file(sealed).subarray(0, -1))).toMatchObject({ reason: 'truncated' });
      expect(await findStation(database, issued.stationId)).toBeNull();
      expect(await everythingHeld()).toEqual(held);

      const outcome = await receive(file(sealed));
      expect(outcome).toMatchObject({
        outcome: 'received',
        file: { stationName: 'Balai Pekon Sunyi', acknowledged: 1 },
      });
      expect(await receive(file(sealed))).toMatchObject({ outcome: 'replayed' });
      const next = carryFile(silent, 2, [await silent.seal([])], (head) => ({ ...head, enrolment: sealed }));
      expect(await receive(next)).toMatchObject({ outcome: 'received' });
    });

    test('a file older than one that was received, and another of the same number, keep everything out', async () => {
      const [older, newer] = [await station.seal([]), await station.seal([])];
      const [early, late] = [nextNumber(), nextNumber()];
      received(await receive(carryFile(station, late, [older, newer])));
      const held = await everythingHeld();
      for (const place of [early, late])
        expect(await receive(carryFile(station, place, [older]))).toEqual({
          outcome: 'refused',
          reason: 'older',
        });
      expect(await everythingHeld()).toEqual(held);
    });

    test('a head a newer program wrote is told apart from one somebody changed', async () => {
      const packet = await station.seal([]);
      const head = (change: object) =>
        receive(carryFile(station, nextNumber(), [packet], (same) => ({ ...same, ...change })));
      expect(await head({ version: 4 })).toMatchObject({ reason: 'newer-version' });
      expect(await head({ packets: null })).toMatchObject({ reason: 'tampered' });
      expect(await head({ more: true })).toMatchObject({ reason: 'tampered' });
    });

    test('any bytes at all are a typed refusal', async () => {
      const start = carryFile(station, 1, []).subarray(0, 8);
      const bytes = fc.uint8Array({ maxLength: 400 });
      const anything = fc.oneof(
        bytes,
        bytes.map((rest) => Buffer.concat([start, rest])),
      );
      await fc.assert(
        fc.asyncProperty(anything, fc.integer({ min: 1, max: 50 }), async (file, size) => {
          expect((await receive(file, size)).outcome).toBe('refused');
        }),
        { numRuns: 300 },
      );
    });
  });
}
