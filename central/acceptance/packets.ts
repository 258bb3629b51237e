import { randomBytes } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPicture } from '../packets/find-picture.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation, sha256 } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';
import { appendPart, storedBytes } from '../uploads/bundle-parts.ts';
import { PARTS_KEPT_MS, purgeParts } from '../uploads/purge-parts.ts';

/** What a station may rely on. */
export function describePackets(openDatabase: OpenDatabase): void {
  describe('packets', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase());
      station = await enrolSpecimenStation(central.url, CODE);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function countApplications(id: string) {
      return (await central.database.query('SELECT 1 FROM applications WHERE id = $1', [id])).length;
    }

    async function readSigned(signed: string) {
      const key = await importJWK(station.enrolment.signingKey, 'EdDSA');
      return JSON.parse(new TextDecoder().decode((await compactVerify(signed, key)).payload));
    }

    test('a packet with pictures is acknowledged once core and bundle are there, and again with the same words', async () => {
      const packet = await station.seal([randomBytes(5_000), randomBytes(300)]);
      const [first] = await station.answersTo([packet.core]);
      expect(first).toEqual({ packetId: packet.core.packetId, outcome: 'bundle-wanted', offset: 0 });
      const { answer } = await station.sendBundle(packet.core.packetId, packet.bundle);
      expect(answer.outcome).toBe('acknowledged');
      expect(await readSigned(answer.acknowledgement ?? '')).toMatchObject({
        packetId: packet.core.packetId,
        applicationId: packet.core.applicationId,
        revision: 1,
        sha256: packet.core.sha256,
        stationId: station.enrolment.stationId,
      });
      const [again] = await station.answersTo([packet.core]);
      expect(again?.acknowledgement).toBe(answer.acknowledgement);
      expect((await station.sendBundle(packet.core.packetId, packet.bundle)).answer).toEqual(answer);
      expect(await countApplications(packet.core.applicationId)).toBe(1);
      for (const { id, sha256: wanted } of packet.content.application.attachments) {
        const picture = await findPicture(central.database, central.bundles, packet.core.applicationId, id);
        expect(sha256(picture?.bytes ?? '')).toBe(wanted);
      }
    });

    test('the same packet sent many times at once is one application and one acknowledgement', async () => {
      const packet = await station.seal([]);
      const answers = (
        await Promise.all(Array.from({ length: 8 }, () => station.answersTo([packet.core, packet.core])))
      ).flat();
      expect(new Set(answers.map(({ acknowledgement }) => acknowledgement)).size).toBe(1);
      expect(answers[0]?.outcome).toBe('acknowledged');
      expect(await countApplications(packet.core.applicationId)).toBe(1);
    });

    test('each way of spoiling a packet has its reason, and a good one beside it passes', async () => {
      const good = await station.seal([]);
      const other = await station.seal([]);
      const spoiled = {
        'wrong-hash': { ...(await station.seal([])).core, sha256: '0'.repeat(64) },
        'not-readable': await (async () => {
          const { core } = await station.seal([]);
          const { createHash } = await import('node:crypto');
          const sealed = `${core.sealed.slice(0, -6)}AAAAAA`;
          return { ...core, sealed, sha256: createHash('sha256').update(sealed).digest('hex') };
        })(),
        'wrong-station': (await station.seal([], (content) => ({ ...content, stationId: 'somebody-else' })))
          .core,
        'ill-formed': { ...other.core, packetId: good.core.packetId.replace(/.$/, '0') },
      };
      const answers = await station.answersTo([...Object.values(spoiled), good.core]);
      expect(answers.slice(0, -1).map(({ outcome, reason }) => [outcome, reason])).toEqual(
        Object.keys(spoiled).map((reason) => ['rejected', reason]),
      );
      expect(answers.at(-1)?.outcome).toBe('acknowledged');
    });

    test('a counter cannot be used again, an application cannot go back or change hands', async () => {
      const first = await station.seal([]);
      await station.answersTo([first.core]);
      const replayed = await station.seal([], (content) => ({ ...content, counter: first.content.counter }));
      const application = { ...first.content.application, revision: 1 };
      const older = await station.seal([], (content) => ({ ...content, application }));
      const stolen = await station.seal([], (content) => ({
        ...content,
        application: { ...content.application, trackingCode: application.trackingCode },
      }));
      const newer = await station.seal([], (content) => ({
        ...content,
        application: { ...application, revision: 2 },
      }));
      const answers = await station.answersTo([replayed.core, older.core, stolen.core, newer.core]);
      expect(answers.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
        'replayed-counter',
        'older-revision',
        'different-content',
        'acknowledged',
      ]);
    });

    test('the same packet id with other content is refused', async () => {
      const first = await station.seal([]);
      await station.answersTo([first.core]);
      const other = await station.seal([], (content) => ({ ...content, packetId: first.core.packetId }));
      const [answer] = await station.answersTo([other.core]);
      expect(answer).toMatchObject({ outcome: 'rejected', reason: 'different-content' });
    });

    test('in one batch as well: each id and counter is its first packet’s, and what is written has places one after the other', async () => {
      const [first, second] = [await station.seal([]), await station.seal([])];
      const sameId = await station.seal([], (content) => ({ ...content, packetId: first.core.packetId }));
      const sameCounter = await station.seal([], (content) => ({
        ...content,
        counter: first.content.counter,
      }));
      const batch = [first, sameCounter, second, sameId];
      const answers = await station.answersTo(batch.map(({ core }) => core));
      expect(answers.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
        'acknowledged',
        'replayed-counter',
        'acknowledged',
        'different-content',
      ]);
      const rows = await central.database.query(
        'SELECT id, change_position FROM applications WHERE id = ANY($1) ORDER BY change_position',
        [batch.map(({ core }) => core.applicationId)],
      );
      expect(rows.map(({ id }) => id)).toEqual([first.core.applicationId, second.core.applicationId]);
      const [one, other] = rows.map((row) => Number(row.change_position));
      expect(other).toBe((one ?? 0) + 1);
    });

    test('a bundle goes on where it was cut, a wrong one is refused as a whole, a right one then accepted', async () => {
      const packet = await station.seal([randomBytes(2_000)]);
      await station.answersTo([packet.core]);
      const { packetId } = packet.core;
      const cut = await station.sendBundle(packetId, packet.bundle.subarray(0, 500));
      expect(cut).toEqual({ status: 409, answer: { packetId, outcome: 'bundle-wanted', offset: 500 } });
      expect(await station.bundleOffset(packetId)).toBe('500');
      const again = await station.sendBundle(packetId, packet.bundle);
      expect(again.answer).toMatchObject({ outcome: 'bundle-wanted', offset: 500 });
      const [known] = await station.answersTo([packet.core]);
      expect(known).toMatchObject({ outcome: 'bundle-wanted', offset: 500 });
      const flipped = Buffer.from(packet.bundle);
      flipped[600] = (flipped[600] ?? 0) ^ 1;
      const refused = await station.sendBundle(packetId, flipped, 500);
      expect(refused.answer).toMatchObject({ outcome: 'rejected', reason: 'wrong-hash' });
      expect(await station.bundleOffset(packetId)).toBe('0');
      const longer = Buffer.concat([packet.bundle, Buffer.alloc(10)]);
      expect((await station.sendBundle(packetId, longer)).answer).toMatchObject({ reason: 'too-large' });
      const whole = await station.sendBundle(packetId, packet.bundle);
      expect(whole.answer.outcome).toBe('acknowledged');
      expect(await station.bundleOffset(packetId)).toBe(String(packet.bundle.length));
      expect(await central.database.query('SELECT 1 FROM bundle_parts', [])).toEqual([]);
      expect((await station.sendBundle('01890000-0000-7000-8000-000000000000', packet.bundle)).status).toBe(
        404,
      );
    });

    test('a late piece of a given-up request leaves nothing behind a bundle that is whole', async () => {
      const packet = await station.seal([randomBytes(3_000)]);
      await station.answersTo([packet.core]);
      const upload = { stationId: station.enrolment.stationId, packetId: packet.core.packetId };
      await station.sendBundle(upload.packetId, packet.bundle);
      const late = { start: 0, pieces: [packet.bundle.subarray(0, 700)] };
      expect(await appendPart(central.database, upload, late, Date.now())).toBe(false);
      expect(await storedBytes(central.database, upload)).toBe(0);
      expect((await station.sendBundle(upload.packetId, packet.bundle)).answer.outcome).toBe('acknowledged');
    });

    test('an upload nobody goes on with is forgotten after weeks, as a whole and no other with it', async () => {
      const [old, recent] = [
        await station.seal([randomBytes(3_000)]),
        await station.seal([randomBytes(3_000)]),
      ];
      await station.answersTo([old.core, recent.core]);
      const uploads = [old, recent].map(({ core }) => ({
        stationId: station.enrolment.stationId,
        packetId: core.packetId,
      }));
      const [given, held] = uploads;
      if (!given || !held) throw new RangeError('two uploads');
      const now = Date.now();
      const begun = now - PARTS_KEPT_MS - 1;
      await appendPart(central.database, given, { start: 0, pieces: [old.bundle.subarray(0, 500)] }, begun);
      await appendPart(central.database, held, { start: 0, pieces: [recent.bundle.subarray(0, 500)] }, begun);
      await appendPart(
        central.database,
        held,
        { start: 500, pieces: [recent.bundle.subarray(500, 900)] },
        now,
      );
      expect(await purgeParts(central.database, now)).toBe(1);
      expect(await storedBytes(central.database, given)).toBe(0);
      expect(await storedBytes(central.database, held)).toBe(900);
      expect(await purgeParts(central.database, now)).toBe(0);
      expect((await station.sendBundle(given.packetId, old.bundle)).answer.outcome).toBe('acknowledged');
      const rest = await station.sendBundle(held.packetId, recent.bundle, 900);
      expect(rest.answer.outcome).toBe('acknowledged');
      expect(await central.database.query('SELECT 1 FROM bundle_parts', [])).toEqual([]);
    });

    test('nobody else is let in', async () => {
      const packet = await station.seal([]);
      const body = JSON.stringify({ packets: [packet.core] });
      for (const authorization of [
        '',
        'Bearer x.y.z',
        `${await station.authorization()}x`.replace(/.x$/, 'AA'),
      ]) {
        const response = await fetch(`${central.url}/v1/batches`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body,
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ code: 'STATION_UNKNOWN' });
      }
      await expect(enrolSpecimenStation(central.url, CODE)).rejects.toThrow('403');
      await expect(enrolSpecimenStation(central.url, 'never-issued')).rejects.toThrow('403');
    });

    test('what is not a batch gets a typed refusal', async () => {
      for (const packets of [[], [{}], 'x', Array.from({ length: 51 }, () => ({}))]) {
        const response = await station.sendBatch(packets as unknown[]);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'BAD_REQUEST' });
      }
      const large = await fetch(`${central.url}/v1/batches`, {
        method: 'POST',
        body: 'x'.repeat(5 * 1024 * 1024),
      });
      expect(large.status).toBe(413);
    });

    test('changes come in pages after the cursor, the catalog only when it is newer', async () => {
      const packet = await station.seal([]);
      await station.answersTo([packet.core]);
      const first = await readSigned((await station.changes('')).signed);
      expect(first).toMatchObject({ from: '', stationId: station.enrolment.stationId, more: false });
      expect(first.catalog.version).toBe(1);
      expect(first.statuses.at(-1)).toMatchObject({
        applicationId: packet.core.applicationId,
        stageKey: 'received',
      });
      const second = await readSigned((await station.changes(first.cursor)).signed);
      expect(second).toMatchObject({ from: first.cursor, cursor: first.cursor, statuses: [], catalog: null });
    });

    test('the interface describes itself', async () => {
      const document = (await (await fetch(`${central.url}/openapi.json`)).json()) as { paths: object };
      expect(Object.keys(document.paths)).toEqual(
        expect.arrayContaining(['/v1/batches', '/v1/changes', '/v1/status/{trackingCode}']),
      );
    });
  });
}
