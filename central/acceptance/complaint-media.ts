import { randomBytes } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryReplySchema } from '../../contract/central/hand-carry.ts';
import { CARRY_REPLY, splitSignedFile } from '../../contract/central/signed-file.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { createMonths } from '../database/months.ts';
import { type CarryOutcome, receiveCarryFile } from '../hand-carry/receive-file.ts';
import { loadCentralKeys } from '../keys/central-keys.ts';
import { createReception } from '../packets/receive-packet.ts';
import { issueEnrolment } from '../stations/enrolments.ts';
import { createBrowser } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { carryFile, inPieces } from '../testing/specimen-carry.ts';
import { enrolSpecimenStation, sha256 } from '../testing/specimen-station.ts';
import { CODE, OFFICER, startTestCentral } from '../testing/start-test-central.ts';
import { purgeParts } from '../uploads/purge-parts.ts';

const ADDRESS = '/petugas/masukan';
const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Pictures and voice notes of complaints: announced, received in pieces, and shown to officers alone. */
export function describeComplaintMedia(openDatabase: OpenDatabase): void {
  describe('pictures and voice notes of complaints', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let other: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let place = 0;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase());
      station = await enrolSpecimenStation(central.url, CODE);
      const name = { name: 'Balai Lain', villageCode: null };
      const { code } = await issueEnrolment(central.database, name, Date.now());
      other = await enrolSpecimenStation(central.url, code);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    function say(plain: Buffer, contentType: string, text = '') {
      place += 1;
      const { bytes, key } = station.makeBundle([plain]);
      const [complaintId, id] = [v7(), v7()];
      const code = formatComplaintCode([2, 0, 0, 0, 0, 0, place >> 5, place & 31]);
      const complaint = {
        code,
        kind: 'complaint',
        text,
        media: [],
        sentAt: 1,
        answer: null,
        answeredAt: null,
      };
      const bundle = { key, byteLength: bytes.length, sha256: sha256(bytes) };
      const medium = { kind: 'media', id, revision: 1, complaintId, contentType, bundle };
      const items = [{ kind: 'complaint', id: complaintId, revision: 1, complaint }, medium];
      return {
        id,
        complaintId,
        code,
        bytes,
        items,
        medium,
        address: `${ADDRESS}/${station.enrolment.stationId}/${id}`,
      };
    }
    async function announce(items: readonly unknown[], from = station) {
      const response = await fetch(`${central.url}/v1/feedback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: await from.authorization() },
        body: JSON.stringify({ packets: [await from.sealFeedback(items)] }),
      });
      return ((await response.json()) as { answers: { outcome: string; reason?: string }[] }).answers[0];
    }
    async function signedIn() {
      const browser = createBrowser(central.url);
      await browser.signIn();
      return browser;
    }
    const parts = async () => (await central.database.query('SELECT 1 FROM bundle_parts')).length;

    test('nothing is taken of bytes nobody announced; announced, they come in pieces and are acknowledged once', async () => {
      const { id, complaintId, bytes, items, medium } = say(
        Buffer.concat([EBML, randomBytes(9_000)]),
        'audio/webm',
      );
      expect((await station.sendBundle(id, bytes)).status).toBe(404);
      expect(await announce(items)).toMatchObject({ outcome: 'acknowledged' });
      expect(await announce(items)).toMatchObject({ outcome: 'acknowledged' });
      expect(await station.bundleOffset(id)).toBe('0');
      expect((await station.sendBundle(id, bytes.subarray(0, 4_000))).answer).toMatchObject({
        offset: 4_000,
      });
      expect(await station.bundleOffset(id)).toBe('4000');
      expect((await station.sendBundle(id, bytes, 1_000)).status).toBe(409);
      // Nobody else goes on with it, or learns how far it came.
      expect((await other.sendBundle(id, bytes, 4_000)).status).toBe(404);
      const { answer } = await station.sendBundle(id, bytes, 4_000);
      const key = await importJWK(station.enrolment.signingKey, 'EdDSA');
      const { payload } = await compactVerify(answer.acknowledgement ?? '', key);
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
        packetId: id,
        applicationId: complaintId,
        revision: 1,
        sha256: medium.bundle.sha256,
        stationId: station.enrolment.stationId,
      });
      expect((await station.sendBundle(id, bytes)).answer).toEqual(answer);
      expect(await announce(items)).toMatchObject({ outcome: 'acknowledged' });
      expect((await station.sendBundle(id, bytes)).answer).toEqual(answer);
      expect([await station.bundleOffset(id), await parts()]).toEqual([String(bytes.length), 0]);
    });

    test('other bytes, another key, another kind and too many bytes are refused with the reason, and nothing is kept', async () => {
      const good = Buffer.concat([EBML, randomBytes(500)]);
      const changed = say(good, 'audio/webm');
      const page = say(Buffer.from('<script>alert(1)</script>'), 'image/png');
      const wrongKey = say(good, 'audio/webm');
      wrongKey.medium.bundle.key = randomBytes(32).toString('base64url');
      const long = say(good, 'audio/webm');
      for (const { items } of [changed, page, wrongKey, long]) await announce(items);
      const flipped = Buffer.from(changed.bytes);
      flipped[40] = (flipped[40] ?? 0) ^ 1;
      const answers = [
        await station.sendBundle(changed.id, flipped),
        await station.sendBundle(page.id, page.bytes),
        await station.sendBundle(wrongKey.id, wrongKey.bytes),
        await station.sendBundle(long.id, Buffer.concat([long.bytes, EBML])),
      ];
      expect(answers.map(({ answer }) => answer.reason)).toEqual([
        'wrong-hash',
        'ill-formed',
        'not-readable',
        'too-large',
      ]);
      expect(await parts()).toBe(0);
      const browser = await signedIn();
      for (const { address } of [changed, page, wrongKey, long])
        expect((await browser.read(address)).status).toBe(404);
      const text = say(good, 'text/html');
      expect(await announce(text.items)).toMatchObject({ outcome: 'rejected', reason: 'ill-formed' });
      const huge = { ...say(good, 'audio/webm').medium };
      huge.bundle = { ...huge.bundle, byteLength: 5 * 1024 * 1024 };
      expect(await announce([huge])).toMatchObject({ outcome: 'rejected', reason: 'ill-formed' });
    });

    test('officers see the picture and hear the voice, and who did is written down; nobody else is let near it', async () => {
      const picture = say(Buffer.concat([PNG, randomBytes(2_000)]), 'image/png', 'Kursi rusak.');
      const voice = say(Buffer.concat([EBML, randomBytes(3_000)]), 'audio/webm');
      await announce([...picture.items, ...voice.items]);
      const browser = await signedIn();
      const before = await browser.read(ADDRESS);
      expect(before.text).toContain('Gambarnya belum sampai dari kiosk.');
      expect(before.text).toContain('Rekaman suaranya belum sampai dari kiosk.');
      expect((await browser.read(picture.address)).status).toBe(404);
      await station.sendBundle(picture.id, picture.bytes);
      await station.sendBundle(voice.id, voice.bytes);
      const after = await browser.read(ADDRESS);
      expect(after.text).toContain(`<img class="shown" src="${picture.address}"`);
      expect(after.text).toContain(`<audio controls preload="none" src="${voice.address}"`);
      for (const [{ address }, type] of [
        [picture, 'image/png'],
        [voice, 'audio/webm'],
      ] as const) {
        const { status, headers } = await browser.read(address);
        expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
          200,
          type,
          'no-store',
        ]);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        const outside = await browser.read(address, '');
        expect([outside.status, outside.headers.get('location')]).toEqual([303, '/petugas/masuk']);
      }
      const views = await central.database.query('SELECT media_id, officer_name FROM complaint_media_views');
      expect(views).toEqual([
        { media_id: picture.id, officer_name: OFFICER.name },
        { media_id: voice.id, officer_name: OFFICER.name },
      ]);
      const routes = central.requests.map(({ route }) => route);
      expect(routes).toContain('/petugas/masukan/:station/:medium');
      expect(JSON.stringify(central.requests)).not.toContain(voice.id);
      const elsewhere = voice.address.replace(station.enrolment.stationId, other.enrolment.stationId);
      for (const path of [elsewhere, `${ADDRESS}/${station.enrolment.stationId}/${v7()}`, `${ADDRESS}/x/y`])
        expect((await browser.read(path)).status).toBe(404);
    });

    test('a kiosk that went back to a backup seals anew: what it says last is expected, from the first byte', async () => {
      const plain = Buffer.concat([EBML, randomBytes(800)]);
      const first = say(plain, 'audio/webm');
      await announce(first.items);
      await station.sendBundle(first.id, first.bytes);
      const again = station.makeBundle([plain]);
      const bundle = { key: again.key, byteLength: again.bytes.length, sha256: sha256(again.bytes) };
      await announce([{ ...first.medium, bundle }]);
      const browser = await signedIn();
      expect([await station.bundleOffset(first.id), (await browser.read(first.address)).status]).toEqual([
        '0',
        404,
      ]);
      expect((await station.sendBundle(first.id, again.bytes)).answer.outcome).toBe('acknowledged');
      expect((await browser.read(first.address)).status).toBe(200);
    });

    test('an upload given up is forgotten after its time, and begins anew', async () => {
      const { id, bytes, items } = say(Buffer.concat([EBML, randomBytes(800)]), 'audio/webm');
      await announce(items);
      await station.sendBundle(id, bytes.subarray(0, 300));
      await purgeParts(central.database, Date.now() + 46 * 24 * 60 * 60_000);
      expect(await station.bundleOffset(id)).toBe('0');
      expect((await station.sendBundle(id, bytes)).answer.outcome).toBe('acknowledged');
    });

    test('a carried file brings them, its reply acknowledges them, and one that was not announced is passed over', async () => {
      const { database, bundles } = central;
      const [keys, now, months] = [await loadCentralKeys(database), Date.now, createMonths(database)];
      const reception = createReception({ database, months, bundles, keys, now });
      const [carried, refused, unknown] = [
        say(Buffer.concat([PNG, randomBytes(4_000)]), 'image/png'),
        say(Buffer.from('no picture'), 'image/png'),
        say(Buffer.concat([EBML, randomBytes(100)]), 'audio/webm'),
      ];
      const said = await station.sealFeedback([...carried.items, ...refused.items]);
      const feedback = [
        { packetId: said.packetId, sha256: said.sha256, sealedByteLength: said.sealed.length },
      ];
      const media = [carried, refused, unknown].map(({ id, bytes }) => ({
        id,
        byteLength: bytes.length,
        sha256: sha256(bytes),
      }));
      const packet = await station.seal([randomBytes(300)]);
      const head = carryFile(station, 1, [packet], (same) => ({ ...same, version: 3, feedback, media }));
      const bytes = [carried, refused, unknown].map((each) => each.bytes);
      const whole = Buffer.concat([head, Buffer.from(said.sealed), ...bytes]);
      const parts = { database, reception, keys, now };
      const truncated = await receiveCarryFile(parts, inPieces(whole.subarray(0, -1)));
      expect(truncated).toEqual({ outcome: 'refused', reason: 'truncated' });
      const tampered = Buffer.from(whole);
      tampered[whole.length - 200] = (tampered[whole.length - 200] ?? 0) ^ 1;
      expect(await receiveCarryFile(parts, inPieces(tampered))).toMatchObject({ reason: 'tampered' });
      const payload = replyOf(await receiveCarryFile(parts, inPieces(whole)));
      expect(payload).toMatchObject({
        version: 3,
        answers: [{ outcome: 'acknowledged' }],
        feedback: [{ outcome: 'acknowledged' }],
        media: [
          { packetId: carried.id, outcome: 'acknowledged' },
          { packetId: refused.id, outcome: 'rejected', reason: 'ill-formed' },
        ],
      });
      expect((await (await signedIn()).read(carried.address)).status).toBe(200);
      // By the line it is the same one.
      const { answer } = await station.sendBundle(carried.id, carried.bytes);
      expect(answer).toEqual(payload.media?.[0]);
    });

    function replyOf(outcome: CarryOutcome) {
      if (outcome.outcome === 'refused') throw new Error(`refused: ${outcome.reason}`);
      const split = splitSignedFile(CARRY_REPLY, outcome.reply);
      if (typeof split === 'string') throw new Error(split);
      return carryReplySchema.parse(split.payload);
    }
  });
}
