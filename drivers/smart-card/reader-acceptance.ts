import { expect, test } from 'vitest';
import type { CardChannel } from './card-channel.ts';
import type { CardReaderManager } from './reader-manager.ts';
import type { CardPresence, ReaderSnapshot } from './slot-desk.ts';

/** One reader with one slot, and a card with plain files to put in it. */
export interface ReaderRig {
  readonly manager: CardReaderManager;
  /** A card whose file 2F01 holds `SPECIMEN_CONTENT`; every command takes it `worksMs` milliseconds. */
  insert(worksMs?: number): void;
  remove(): void;
  unplug(): void;
  plug(): void;
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until the check holds; fails when it does not within the limit. */
  until(limitMs: number, check: () => boolean): Promise<void>;
  /** Lets time pass until the work has settled. */
  finish<Value>(work: Promise<Value>): Promise<Value>;
  /** Ends the manager and what is beneath it, and looks for what was left behind. */
  close(): Promise<void>;
}

/** What a rig's reader and card are like. */
export interface ReaderTraits {
  readonly contactless: boolean;
  /** Whether one exchange carries more than a short APDU. */
  readonly extended: boolean;
}

/** More than a response holds in short form, and than most readers hold in one message. */
export const SPECIMEN_CONTENT = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7) ^ (index >> 8));
export const SPECIMEN_UID = Uint8Array.of(0x08, 0x12, 0x34, 0x56);

const DONE = [0x90, 0x00];
const SELECT = Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x2f, 0x01);
/** Covers what a reader needs to notice a card, a poll where it does not say so itself, and a slow processor. */
const NOTICE_MS = 4_000;
/** A command that was just given to the channel is with the card by now. */
const UNDER_WAY_MS = 300;
/** A replugged reader works again within this time. */
const RECOVERY_MS = 5_000;

/**
 * What a station relies on from any reader; one suite for the virtual ones and for those of a real kernel.
 * `createRig` resolves when the reader is plugged in and ready, its slot empty.
 */
export function acceptCardReader(traits: ReaderTraits, createRig: () => Promise<ReaderRig>) {
  async function withRig(check: (rig: ReaderRig) => Promise<void>) {
    const rig = await createRig();
    try {
      await check(rig);
    } finally {
      await rig.close();
    }
  }

  test('tells when a card comes and goes', () =>
    withRig(async (rig) => {
      const seen: string[] = [];
      rig.manager.onChanged(([first]) => {
        if (first && seen.at(-1) !== first.card) seen.push(first.card);
      });
      expect(slot(rig)).toMatchObject({ state: { name: 'ready' }, card: 'absent' });
      await insert(rig);
      rig.remove();
      await noticed(rig, 'absent');
      expect(seen).toEqual(['present', 'absent']);
    }));

  test('selects, reads to the end, writes, and passes a status word on', () =>
    withRig(async (rig) => {
      await insert(rig);
      await run(rig, async (channel) => {
        expect(channel.maximumCommandLength > 261).toBe(traits.extended);
        expect([...(await channel.transmit(SELECT))]).toEqual(DONE);
        expect(Buffer.compare(await readFile(channel, 231), SPECIMEN_CONTENT)).toBe(0);
        const missing = Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x00, 0x00);
        expect([...(await channel.transmit(missing))]).toEqual([0x6a, 0x82]);
        const written = Uint8Array.from({ length: 255 }, (_, index) => 255 - index);
        const update = Uint8Array.of(0x00, 0xd6, 0x00, 0x02, written.length, ...written);
        expect([...(await channel.transmit(update))]).toEqual(DONE);
        const read = await channel.transmit(Uint8Array.of(0x00, 0xb0, 0x00, 0x02, 0xff));
        expect(Buffer.compare(read.subarray(0, -2), written)).toBe(0);
        const challenge = await channel.transmit(Uint8Array.of(0x00, 0x84, 0x00, 0x00, 0x08));
        expect(challenge).toHaveLength(10);
      });
    }));

  if (traits.extended) {
    test('carries a whole file, and a long command, in one exchange', () =>
      withRig(async (rig) => {
        await insert(rig);
        await run(rig, async (channel) => {
          await channel.transmit(SELECT);
          const all = await channel.transmit(Uint8Array.of(0x00, 0xb0, 0x00, 0x00, 0x00, 0x00, 0x00));
          expect(Buffer.compare(all.subarray(0, -2), SPECIMEN_CONTENT)).toBe(0);
          const written = SPECIMEN_CONTENT.slice(0, 2_000).reverse();
          const length = [0x00, written.length >> 8, written.length & 0xff];
          const update = Uint8Array.of(0x00, 0xd6, 0x00, 0x00, ...length, ...written);
          expect([...(await channel.transmit(update))]).toEqual(DONE);
          const back = await channel.transmit(Uint8Array.of(0x00, 0xb0, 0x00, 0x00, ...length));
          expect(Buffer.compare(back.subarray(0, -2), written)).toBe(0);
        });
      }));
  } else {
    test('refuses a command too long for it, and carries the next', () =>
      withRig(async (rig) => {
        await insert(rig);
        await run(rig, async (channel) => {
          const long = Uint8Array.of(0x00, 0xd6, 0x00, 0x00, 0x00, 0x01, 0x2c, ...new Uint8Array(300));
          await expect(channel.transmit(long)).rejects.toMatchObject({ kind: 'protocol' });
          expect([...(await channel.transmit(SELECT))]).toEqual(DONE);
        });
      }));
  }

  if (traits.contactless) {
    test('reads the number of the chip by the reader’s own command', () =>
      withRig(async (rig) => {
        await insert(rig);
        const uid = await run(rig, (channel) => channel.transmit(Uint8Array.of(0xff, 0xca, 0, 0, 0)));
        expect([...uid]).toEqual([...SPECIMEN_UID, ...DONE]);
      }));
  }

  test('without a card there is none, and bytes that are no command are refused', () =>
    withRig(async (rig) => {
      await expect(run(rig, async () => 1)).rejects.toMatchObject({ name: 'CardError', kind: 'no-card' });
      await insert(rig);
      await run(rig, async (channel) => {
        const nonsense = channel.transmit(Uint8Array.of(0x00, 0xa4, 0x00));
        await expect(nonsense).rejects.toMatchObject({ kind: 'protocol' });
      });
    }));

  test('waits for a card that takes its time', () =>
    withRig(async (rig) => {
      await insert(rig, 2_500);
      const answer = await run(rig, (channel) => channel.transmit(SELECT));
      expect([...answer]).toEqual(DONE);
    }));

  test('a deadline ends the wait, an abort the session, and the next session is served', () =>
    withRig(async (rig) => {
      await insert(rig, 60_000);
      const late = run(rig, (channel) => channel.transmit(SELECT, { deadlineMs: 500 }));
      await expect(late).rejects.toMatchObject({ kind: 'timeout' });
      const controller = new AbortController();
      const given = await begin(rig, controller.signal);
      controller.abort();
      await expect(rig.finish(given.reading)).rejects.toMatchObject({ kind: 'aborted' });
      rig.remove();
      await insert(rig);
      expect([...(await run(rig, (channel) => channel.transmit(SELECT)))]).toEqual(DONE);
    }));

  test('a card taken away in the middle is told as such, and laid again it is read', () =>
    withRig(async (rig) => {
      await insert(rig, 3_000);
      const { reading } = await begin(rig);
      rig.remove();
      await expect(rig.finish(reading)).rejects.toMatchObject({ kind: 'removed' });
      await insert(rig);
      expect([...(await run(rig, (channel) => channel.transmit(SELECT)))]).toEqual(DONE);
    }));

  test('unplugged in the middle: the reader is gone; plugged in again it serves', () =>
    withRig(async (rig) => {
      await insert(rig, 3_000);
      const { reading } = await begin(rig);
      const waiting = rig.manager.withCard(null, async () => 1);
      waiting.catch(() => {});
      rig.unplug();
      await expect(rig.finish(reading)).rejects.toMatchObject({ kind: 'reader-gone' });
      await expect(rig.finish(waiting)).rejects.toMatchObject({ kind: 'reader-gone' });
      await rig.until(NOTICE_MS, () => rig.manager.snapshot().length === 0);
      await expect(run(rig, async () => 1)).rejects.toMatchObject({ kind: 'reader-gone' });
      rig.plug();
      await rig.until(RECOVERY_MS, () => slot(rig)?.state.name === 'ready');
      await noticed(rig, 'present');
      expect([...(await run(rig, (channel) => channel.transmit(SELECT)))]).toEqual(DONE);
    }));

  test('sessions take turns, and a channel outlives none of them', () =>
    withRig(async (rig) => {
      await insert(rig, 100);
      const order: string[] = [];
      const session = (name: string) =>
        rig.manager.withCard(null, async (channel) => {
          order.push(`${name} begins`);
          await Promise.all([channel.transmit(SELECT), channel.transmit(SELECT)]);
          order.push(`${name} ends`);
          return channel;
        });
      const [kept] = await rig.finish(Promise.all([session('A'), session('B')]));
      expect(order).toEqual(['A begins', 'A ends', 'B begins', 'B ends']);
      await expect(kept.transmit(SELECT)).rejects.toMatchObject({ kind: 'aborted' });
      const broken = run(rig, async () => {
        throw new RangeError('the work failed');
      });
      await expect(broken).rejects.toThrow(RangeError);
    }));

  test('closing in the middle settles everything', () =>
    withRig(async (rig) => {
      await insert(rig, 10_000);
      const { reading } = await begin(rig);
      const hanging = rig.manager.withCard(null, () => new Promise(() => {}));
      hanging.catch(() => {});
      await rig.finish(rig.manager.close());
      await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
      await expect(hanging).rejects.toMatchObject({ kind: 'aborted' });
      await expect(run(rig, async () => 1)).rejects.toMatchObject({ kind: 'aborted' });
      expect(rig.manager.snapshot()).toEqual([]);
    }));
}

function slot(rig: ReaderRig): ReaderSnapshot | undefined {
  return rig.manager.snapshot()[0];
}

async function insert(rig: ReaderRig, worksMs?: number): Promise<void> {
  rig.insert(worksMs);
  await noticed(rig, 'present');
}

function noticed(rig: ReaderRig, card: CardPresence): Promise<void> {
  return rig.until(NOTICE_MS, () => slot(rig)?.card === card);
}

/** A session with a command under way. */
async function begin(rig: ReaderRig, signal?: AbortSignal): Promise<{ reading: Promise<Uint8Array> }> {
  let begun = false;
  const work = (channel: CardChannel) => {
    begun = true;
    return channel.transmit(SELECT);
  };
  const reading = rig.manager.withCard(null, work, { signal });
  reading.catch(() => {});
  await rig.until(NOTICE_MS, () => begun);
  await rig.pass(UNDER_WAY_MS);
  return { reading };
}

function run<Value>(rig: ReaderRig, work: (channel: CardChannel) => Promise<Value>): Promise<Value> {
  return rig.finish(rig.manager.withCard(null, work));
}

/** The selected file, as many bytes at a time, until the card says that there are no more. */
async function readFile(channel: CardChannel, step: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let offset = 0; ; offset += step) {
    const command = Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, step);
    const response = await channel.transmit(command);
    if (response.length > 2) parts.push(response.subarray(0, -2));
    if (response.length < step + 2) return Buffer.concat(parts);
  }
}
