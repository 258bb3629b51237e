import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PacketState, packetStateSchema } from '../../contract/domain/outbox.ts';
import { type Spoil, startSyncBench } from './testing/sync-bench.ts';

/** What can happen to a request: seen or not seen by central, answered or not. */
const FAULTS: Readonly<Record<string, Spoil>> = {
  honest: (_, honest) => honest(),
  unseen: () => ({ kind: 'cut' }),
  'answer-lost': async (_, honest) => {
    await honest();
    return { kind: 'cut' };
  },
  'answer-cut': async (_, honest) => {
    await honest();
    return { kind: 'cut', after: '{"answers":[' };
  },
  'stored-500': async (_, honest) => {
    await honest();
    return { kind: 'answer', status: 500, body: {} };
  },
  busy: () => ({ kind: 'answer', status: 503, headers: { 'retry-after': '2' }, body: {} }),
  'too-large': () => ({ kind: 'answer', status: 413, body: {} }),
};

const faultArbitrary = fc.constantFrom(...Object.keys(FAULTS));

test('whatever happens on the line and to the station, central has every application exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(faultArbitrary, { maxLength: 25 }),
      fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(20), { maxLength: 3 }),
      async (faults, bundles, restarts) => {
        const bench = await startSyncBench();
        await bench.enrol();
        let place = 0;
        bench.spoil = (request, honest) => {
          const fault = FAULTS[faults[place] ?? 'honest'] ?? FAULTS.honest;
          place += 1;
          return fault ? fault(request, honest) : honest();
        };
        const submitted: string[] = [];
        for (const bytes of bundles) submitted.push((await bench.submit(bytes)).applicationId);
        for (const wait of restarts) {
          bench.clock.advance(wait * 500);
          await bench.kill();
        }
        await bench.pass(() => bench.sync().summary().delivered === submitted.length);
        expect([...bench.central.received].sort()).toEqual([...submitted].sort());
        expect(bench.sync().summary()).toMatchObject({ waiting: 0, quarantined: 0 });
        expect(bench.troubles).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

const UNFINISHED = packetStateSchema.options.filter(
  (state) => state !== 'delivered' && state !== 'quarantined',
);

test.each(UNFINISHED)(
  'a station killed while a packet is %s delivers it once',
  async (state: PacketState) => {
    const bench = await startSyncBench();
    await bench.enrol();
    const stateNow = (packetId: string) => bench.sync().stateOf(bench.store().read, packetId);
    const isCore = (path: string) => path === '/v1/batches';
    // Silence at the right request keeps the packet in the state the kill finds it in.
    bench.spoil = (request, honest) => {
      if (state === 'sealed' && isCore(request.path)) return { kind: 'silence' };
      if (state === 'sending' && !isCore(request.path)) return { kind: 'silence' };
      if (state === 'core-sent' && !isCore(request.path)) return { kind: 'answer', status: 503, body: {} };
      return honest();
    };
    const { packetId, applicationId } = await bench.submit(5_000);
    if (state === 'sealed') await bench.server.seen(bench.server.requests.length + 1);
    else await bench.until(() => stateNow(packetId) === state);
    if (state === 'core-sent') await bench.idle();
    bench.spoil = (_, honest) => honest();
    await bench.kill();
    await bench.pass(() => stateNow(packetId) === 'delivered');
    expect(bench.central.received).toEqual([applicationId]);
  },
);
