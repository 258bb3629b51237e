import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PacketState, packetStateSchema } from '../../../contract/domain/outbox.ts';
import { nextPacketState, type PacketEvent, WAITING_STATES } from './packet-state.ts';

const states = fc.constantFrom(...packetStateSchema.options);
const events: fc.Arbitrary<PacketEvent> = fc.constantFrom<PacketEvent>(
  { kind: 'bundle-wanted' },
  { kind: 'bundle-started' },
  { kind: 'interrupted' },
  { kind: 'core-unknown' },
  { kind: 'acknowledged' },
  { kind: 'rejected', reason: 'wrong-hash' },
  { kind: 'retried' },
);

function run(start: PacketState, history: readonly PacketEvent[]): PacketState {
  return history.reduce((state, event) => nextPacketState(state, event) ?? state, start);
}

test('only a verified acknowledgement delivers, and nothing leaves delivered', () => {
  fc.assert(
    fc.property(states, events, (state, event) => {
      const next = nextPacketState(state, event);
      if (next === 'delivered') expect(event.kind).toBe('acknowledged');
      if (state === 'delivered') expect(next).toBeNull();
    }),
  );
});

test('only a rejection quarantines, and only a person ends it', () => {
  fc.assert(
    fc.property(states, events, (state, event) => {
      const next = nextPacketState(state, event);
      if (next === 'quarantined') expect(event.kind).toBe('rejected');
      if (state === 'quarantined' && next !== null) expect(event.kind).toBe('retried');
    }),
  );
});

test('whatever happened, a packet that is not delivered can still be', () => {
  fc.assert(
    fc.property(fc.array(events), (history) => {
      const state = run('sealed', history);
      const rescued = run(state, [{ kind: 'retried' }, { kind: 'acknowledged' }]);
      expect(rescued).toBe('delivered');
    }),
  );
});

test('every waiting state takes an acknowledgement and a rejection', () => {
  for (const state of WAITING_STATES) {
    expect(nextPacketState(state, { kind: 'acknowledged' })).toBe('delivered');
    expect(nextPacketState(state, { kind: 'rejected', reason: 'ill-formed' })).toBe('quarantined');
  }
});
