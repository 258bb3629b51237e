import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startCarryBench } from '../testing/carry-bench.ts';
import { createSmallCentral } from '../testing/small-central.ts';
import { headOf, replyFile, replyTo } from '../testing/specimen-reply.ts';

async function setUp() {
  const carry = await startCarryBench();
  const { bench } = carry;
  const submitted = [await bench.submit(800), await bench.submit(0)];
  const head = headOf(bench.drive, await carry.saved());
  const reply = await replyTo(bench.central, head);
  const states = () => submitted.map(({ packetId }) => bench.sync().stateOf(bench.store().read, packetId));
  return { ...carry, submitted, head, reply, states };
}

test('a reply delivers what it acknowledges, once; read again it changes nothing', async () => {
  const { bench, read, reply, states } = await setUp();
  expect(await read(reply)).toMatchObject([{ outcome: 'received', number: 1, delivered: 2, rejected: 0 }]);
  expect(states()).toEqual(['delivered', 'delivered']);
  expect((await bench.sync().handCarry.overview()).lastFile?.repliedAt).not.toBeNull();
  expect(await read(reply)).toMatchObject([{ outcome: 'replayed', number: 1 }]);
  expect(bench.sync().summary()).toMatchObject({ delivered: 2, waiting: 0 });
  await bench.kill();
  expect(await read(reply)).toMatchObject([{ outcome: 'replayed' }]);
});

test('what the reply delivered does not travel by the line any more, and what it did not still does', async () => {
  const { bench, read, reply, delivered } = await setUp();
  const later = await bench.submit(700);
  await read(reply);
  // This central keeps nothing of what is carried; a real one does, and says so when it is asked.
  bench.spoil = ({ path }, honest) =>
    path === '/v1/missing-packets' ? { kind: 'answer', body: { missing: [] } } : honest();
  bench.sync().sendNow();
  await bench.pass(() => delivered() === 3);
  expect(bench.central.received).toEqual([later.applicationId]);
});

test('a packet central refused is put aside with its reason, and the others are delivered', async () => {
  const { bench, head, read, states, submitted } = await setUp();
  const [refused, good] = head.packets;
  if (!refused || !good) throw new Error('two packets were written');
  const whole = await replyTo(bench.central, { ...head, packets: [good] });
  const { answers } = JSON.parse(whole.subarray(12, -64).toString());
  const rejected = { packetId: refused.packetId, outcome: 'rejected', reason: 'wrong-hash' };
  const reply = await replyTo(bench.central, head, { answers: [rejected, ...answers] });
  expect(await read(reply)).toMatchObject([{ outcome: 'received', delivered: 1, rejected: 1 }]);
  expect(states()).toEqual(['quarantined', 'delivered']);
  expect(submitted[0]?.packetId).toBe(refused.packetId);
});

test('an acknowledgement for other content, inside a signed reply, delivers nothing', async () => {
  const { bench, head, read, states } = await setUp();
  const packets = head.packets.map((packet) => ({ ...packet, sha256: 'ab'.repeat(32) }));
  const reply = await replyTo(bench.central, { ...head, packets });
  expect(await read(reply)).toMatchObject([{ outcome: 'received', delivered: 0, rejected: 0 }]);
  expect(states()).toEqual(['sealed', 'sealed']);
});

test('a changed bit anywhere is refused, as is an early end and a byte too many', async () => {
  const { read, reply, delivered } = await setUp();
  await fc.assert(
    fc.asyncProperty(fc.nat(reply.length - 1), fc.nat(7), async (place, bit) => {
      const changed = Buffer.from(reply);
      changed[place] = (changed[place] ?? 0) ^ (1 << bit);
      const cut = reply.subarray(0, place);
      const outcomes = await read(changed, cut, Buffer.concat([reply, Buffer.of(0)]));
      expect(outcomes).toMatchObject([
        { outcome: 'refused' },
        { outcome: 'refused', reason: 'truncated' },
        { outcome: 'refused', reason: 'tampered' },
      ]);
    }),
    { numRuns: 200 },
  );
  // The signature to its last bit: it has one spelling alone.
  for (let bit = 0; bit < 512; bit += 1) {
    const changed = Buffer.from(reply);
    const place = reply.length - 64 + (bit >> 3);
    changed[place] = (changed[place] ?? 0) ^ (1 << (bit & 7));
    expect(await read(changed, reply.subarray(0, 5), reply.subarray(0, 9))).toMatchObject([
      { reason: 'tampered' },
      { reason: 'truncated' },
      { reason: 'truncated' },
    ]);
  }
  expect(delivered()).toBe(0);
}, 60_000);

test('a reply to another kiosk, by another central, of another kind or a newer program is refused with its reason', async () => {
  const { bench, head, read, delivered } = await setUp();
  const outcomes = await read(
    await replyTo(bench.central, head, { stationId: 'station-2' }),
    await replyTo(createSmallCentral(), head),
    Buffer.from('<html>Unduhan gagal</html>'),
    await replyTo(bench.central, head, { version: 4 }),
    replyFile(bench.central, 'not a reply'),
  );
  expect(outcomes.map((each) => (each.outcome === 'refused' ? each.reason : each.outcome))).toEqual([
    'wrong-station',
    'tampered',
    'not-a-reply',
    'newer-version',
    'tampered',
  ]);
  expect(delivered()).toBe(0);
});

test('of several replies the newest counts; an older one that comes later changes nothing', async () => {
  const { bench, head, reply, read, saved, states } = await setUp();
  const third = await bench.submit(0);
  const newer = headOf(bench.drive, await saved());
  expect(await read(await replyTo(bench.central, newer))).toMatchObject([
    { outcome: 'received', number: 2, delivered: 3 },
  ]);
  const outcomes = await read(reply);
  expect(outcomes).toMatchObject([{ outcome: 'refused', reason: 'older' }]);
  expect([...states(), third.packetId === newer.packets[2]?.packetId]).toEqual([
    'delivered',
    'delivered',
    true,
  ]);
  expect(head.number).toBe(1);
});

test('two replies that come together are both taken in, the older first', async () => {
  const { bench, head, read, saved } = await setUp();
  await bench.submit(0);
  const newer = headOf(bench.drive, await saved());
  const [one, two] = [await replyTo(bench.central, head), await replyTo(bench.central, newer)];
  expect(await read(two, one)).toMatchObject([
    { outcome: 'received', number: 1, delivered: 2 },
    { outcome: 'received', number: 2, delivered: 1 },
  ]);
});

test('any bytes at all are a typed refusal', async () => {
  const { read } = await setUp();
  const magic = Buffer.from('\x89AJB\r\n\x1a\n', 'latin1');
  const bytes = fc.uint8Array({ maxLength: 300 });
  const anything = fc.oneof(
    bytes,
    bytes.map((rest) => Buffer.concat([magic, rest])),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (file) => {
      expect(await read(file)).toMatchObject([{ outcome: 'refused' }]);
    }),
    { numRuns: 300 },
  );
});
