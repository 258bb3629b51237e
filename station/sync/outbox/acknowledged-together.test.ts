import { expect, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { StoreError } from '../../store/store-error.ts';
import { createAcknowledgedTogether } from './acknowledged-together.ts';
import type { PacketLedger } from './packet-ledger.ts';
import type { Verdict } from './verdict.ts';

const acknowledged = (packetId: string): Verdict => ({
  packet: { packetId, applicationId: packetId, revision: 1, sha256: '', bundleByteLength: 1, tries: 0 },
  event: { kind: 'acknowledged' },
  acknowledgement: 'signed',
  wantedFrom: null,
  rested: false,
});

function setUp() {
  const clock = createManualClock();
  const written: string[][] = [];
  let full = false;
  const ledger = {
    settle(verdicts: readonly Verdict[]) {
      if (full) throw new StoreError('storage-full', 'SQLITE_FULL', null);
      if (verdicts.length > 0) written.push(verdicts.map(({ packet }) => packet.packetId));
    },
  } as PacketLedger;
  return {
    clock,
    written,
    fill: () => {
      full = true;
    },
    together: createAcknowledgedTogether(clock, ledger),
  };
}

test('on a slow line each is written down at once', () => {
  const { clock, written, together } = setUp();
  for (const name of ['a', 'b', 'c']) {
    together.add(acknowledged(name));
    clock.advance(5_000);
  }
  expect(written).toEqual([['a'], ['b'], ['c']]);
  expect(clock.pendingTimers()).toBe(0);
});

test('on a fast line what comes between two flushes is written down together, none of it later than a quarter of a second', () => {
  const { clock, written, together } = setUp();
  for (const name of ['a', 'b', 'c']) together.add(acknowledged(name));
  expect(written).toEqual([['a']]);
  clock.advance(250);
  expect(written).toEqual([['a'], ['b', 'c']]);
  for (let place = 0; place < 65; place += 1) together.add(acknowledged(`many ${place}`));
  expect(written.map(({ length }) => length)).toEqual([1, 2, 64]);
  together.flush();
  expect(written.at(-1)).toEqual(['many 64']);
  expect(clock.pendingTimers()).toBe(0);
});

test('what could not be written down is told to whoever comes next', () => {
  const { clock, together, fill } = setUp();
  together.add(acknowledged('a'));
  together.add(acknowledged('b'));
  fill();
  clock.advance(250);
  expect(() => together.flush()).toThrow(StoreError);
  expect(clock.pendingTimers()).toBe(0);
});
