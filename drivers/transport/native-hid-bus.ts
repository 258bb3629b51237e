/**
 * The machine's HID devices through the `node-hid` package, which tells nothing by itself: devices are found by looking
 * again, at a slow beat and a moment after anything happened on the USB bus.
 */
import type { Cancel, Clock } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import type { HidBus, HidDeviceInfo } from './hid-transport.ts';
import type { NativeHid, NativeHidRow } from './native-hid.ts';
import { toHidError } from './native-hid-error.ts';
import { createNativeHidTransport, type NativeHidTransport } from './native-hid-transport.ts';
import { TransportError } from './transport-error.ts';

export interface NativeHidBusOptions {
  readonly hid: NativeHid;
  readonly clock: Clock;
  /** Calls back when a device may have come or gone; where nothing can tell, the beat alone finds it. */
  readonly watch?: ((hint: () => void) => Unsubscribe) | undefined;
  /** The report descriptor of the device at a path; null where the system does not hand it out. */
  readonly readDescriptor: (path: string) => Promise<Uint8Array | null>;
}

/** Well within the five seconds in which a replugged device has to work; a look costs about a millisecond. */
const LOOK_EVERY_MS = 2_000;
/** The device node and its permissions come some moments after the USB device: looked for at once, and once more. */
const LOOK_AFTER_HINT_MS = [150, 700] as const;
/** A look that hangs in a broken device must not stop whoever waits for the list. */
const LOOK_PATIENCE_MS = 3_000;

interface Attachment {
  readonly path: string;
  readonly info: HidDeviceInfo;
  open: NativeHidTransport | 'opening' | null;
}

export function openNativeHidBus(options: NativeHidBusOptions): HidBus {
  const { hid, clock } = options;
  const attached = createListeners<HidDeviceInfo>();
  const detached = createListeners<HidDeviceInfo>();
  const attachments = new Map<string, Attachment>();
  const hints = new Set<Cancel>();
  let attachmentCount = 0;
  let looking: Promise<void> | null = null;
  let closed = false;
  let cancelBeat = clock.after(LOOK_EVERY_MS, beat);
  const stopWatching = options.watch?.(() => {
    for (const delay of LOOK_AFTER_HINT_MS) later(delay);
  });

  return {
    async list() {
      await patiently(look());
      return [...attachments.values()].map(({ info }) => info);
    },
    open,
    onAttach: attached.add,
    onDetach: detached.add,
    async close() {
      closed = true;
      cancelBeat();
      stopWatching?.();
      for (const cancel of hints) cancel();
      for (const { open: opened } of [...attachments.values()]) {
        if (opened && opened !== 'opening') await opened.transport.close();
      }
    },
  };

  async function open(info: HidDeviceInfo) {
    const attachment = [...attachments.values()].find((candidate) => candidate.info.key === info.key);
    if (!attachment || closed) throw new TransportError('gone', 'The device is no longer on the bus');
    if (attachment.open) throw new TransportError('busy', 'The device is already open');
    attachment.open = 'opening';
    try {
      const native = await hid.HIDAsync.open(attachment.path);
      const opened = createNativeHidTransport(native, attachment.info, clock, (reason) => {
        attachment.open = null;
        if (reason === 'gone') leave(attachment);
      });
      attachment.open = opened;
      if (closed || attachments.get(attachment.path) !== attachment) {
        await opened.transport.close();
        throw new TransportError('gone', 'The device left while it was being opened');
      }
      return opened.transport;
    } catch (error) {
      attachment.open = null;
      throw toHidError(error);
    }
  }

  function beat() {
    if (closed) return;
    cancelBeat = clock.after(LOOK_EVERY_MS, beat);
    look().catch(() => {});
  }

  function later(delay: number) {
    const cancel = clock.after(delay, () => {
      hints.delete(cancel);
      look().catch(() => {});
    });
    hints.add(cancel);
  }

  /** One look at a time; whoever asks meanwhile gets the one under way. */
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function lookOnce() {
    let rows: readonly NativeHidRow[];
    try {
      rows = await hid.devicesAsync();
    } catch (error) {
      throw toHidError(error);
    }
    if (closed) return;
    const found = byPath(rows);
    for (const attachment of [...attachments.values()]) {
      const now = found.get(attachment.path)?.[0];
      if (!now || !isSame(now, attachment.info)) leave(attachment);
    }
    for (const [path, collections] of found) if (!attachments.has(path)) await enter(path, collections);
  }

  async function enter(path: string, rows: readonly NativeHidRow[]) {
    const reportDescriptor = await options.readDescriptor(path).catch(() => null);
    const [first] = rows;
    if (!first || closed) return;
    attachmentCount += 1;
    const info: HidDeviceInfo = {
      key: `${path} ${attachmentCount}`,
      vendorId: first.vendorId,
      productId: first.productId,
      manufacturer: first.manufacturer || null,
      product: first.product || null,
      serialNumber: first.serialNumber || null,
      collections: rows.flatMap(({ usagePage, usage }) =>
        usagePage === undefined || usage === undefined ? [] : [{ usagePage, usage }],
      ),
      reportDescriptor,
    };
    attachments.set(path, { path, info, open: null });
    attached.emit(info);
  }

  function leave(attachment: Attachment) {
    if (attachments.get(attachment.path) !== attachment) return;
    attachments.delete(attachment.path);
    if (attachment.open && attachment.open !== 'opening') attachment.open.lose();
    detached.emit(attachment.info);
  }

  function patiently(work: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(LOOK_PATIENCE_MS, () =>
        reject(new TransportError('timeout', `The devices were not listed within ${LOOK_PATIENCE_MS} ms`)),
      );
      work.then(resolve, reject).finally(cancel);
    });
  }
}

function byPath(rows: readonly NativeHidRow[]): Map<string, NativeHidRow[]> {
  const found = new Map<string, NativeHidRow[]>();
  for (const row of rows) if (row.path) found.set(row.path, [...(found.get(row.path) ?? []), row]);
  return found;
}

/** A path can pass to another device between two looks. */
function isSame(row: NativeHidRow, info: HidDeviceInfo): boolean {
  return (
    row.vendorId === info.vendorId &&
    row.productId === info.productId &&
    (row.serialNumber || null) === info.serialNumber
  );
}
