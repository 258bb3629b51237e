import { type CardReaderManager, createCardReaderManager } from '../../smart-card/reader-manager.ts';
import type { ReaderSnapshot } from '../../smart-card/slot-desk.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualUsbBus, type VirtualUsbBus } from '../usb/virtual-usb-bus.ts';
import type { VirtualCcidReader, VirtualCcidReaderOptions } from './virtual-ccid-options.ts';
import { createVirtualCcidReader } from './virtual-ccid-reader.ts';

/** A card reader manager with one virtual reader beneath it, for tests. */
export interface CcidRig {
  readonly bus: VirtualUsbBus;
  readonly clock: ManualClock;
  readonly reader: VirtualCcidReader;
  readonly manager: CardReaderManager;
  /** The names of the first slot's states passed through so far, with the reason of a fault after a colon. */
  readonly states: readonly string[];
  /** The first slot; fails when there is none. */
  slot(): ReaderSnapshot;
  /** Moves the clock until the work has settled, ten virtual minutes at most. */
  finish<Value>(work: Promise<Value>): Promise<Value>;
}

export async function createCcidRig(
  options: Omit<VirtualCcidReaderOptions, 'clock'> & { readonly plugged?: boolean } = {},
): Promise<CcidRig> {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const reader = createVirtualCcidReader({ ...options, clock });
  const manager = createCardReaderManager({ bus, clock });
  const states: string[] = [];
  manager.onChanged(([first]) => {
    const state = first?.state ?? { name: 'absent' };
    const name = state.name === 'faulted' ? `faulted:${state.reason}` : state.name;
    if (states.at(-1) !== name) states.push(name);
  });
  if (options.plugged ?? true) bus.plug(reader);
  await clock.advance(200);
  return { bus, clock, reader, manager, states, slot, finish: (work) => finishOn(clock, work) };

  function slot(): ReaderSnapshot {
    const [first] = manager.snapshot();
    if (!first) throw new Error('There is no reader');
    return first;
  }
}

/** Moves the clock in small steps until the work has settled, ten virtual minutes at most. */
export async function finishOn<Value>(clock: ManualClock, work: Promise<Value>): Promise<Value> {
  let settled = false;
  const settling = work.finally(() => {
    settled = true;
  });
  settling.catch(() => {});
  for (let step = 0; step < 6_000; step += 1) {
    await clock.settle();
    if (settled) return await settling;
    await clock.advance(100);
  }
  throw new Error('The work did not settle in ten minutes');
}
