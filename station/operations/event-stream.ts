import { classifyScan } from '../../contract/domain/scan.ts';
import type { Face } from '../../contract/shell/face.ts';
import type { StationEvent } from '../../contract/station/system.ts';
import type { StationEvents } from '../events.ts';

/** What a face for citizens may know of; nothing about whose draft is open. */
const PUBLIC_EVENTS: ReadonlySet<StationEvent['type']> = new Set([
  'queue-changed',
  'devices-changed',
  'catalog-changed',
  'settings-changed',
  'camera-changed',
  'help-changed',
  // Says that some paper moved on; which one, only whoever asked for it can read.
  'printing-changed',
  'power-changed',
  'storage-changed',
  'attendance-changed',
]);

/** How much of a scanned code a face hears now. */
export type ScanHearing = 'text' | 'kind' | 'receipts' | 'nothing';

/**
 * Events for one face until `signal` aborts. A face that does not keep up gets each kind of news once, however often it
 * happened: events only say what to read again, and of two codes scanned the newer one counts. A code scanned while
 * nobody is at the counter is heard by nobody, then or later.
 */
export async function* streamEvents(
  events: StationEvents,
  face: Face,
  signal: AbortSignal | undefined,
  hearing: () => ScanHearing,
): AsyncGenerator<StationEvent, void> {
  const waiting = new Map<string, StationEvent>();
  let wake: () => void = () => undefined;
  const isWanted = ({ type }: StationEvent) =>
    face === 'counter' || face === 'practice-tray' || PUBLIC_EVENTS.has(type);
  const unsubscribe = events.subscribe((published) => {
    const event = isScan(published) ? scanFor(published, hearing()) : published;
    if (event === null || !(isScan(event) || isWanted(event))) return;
    waiting.set('draftId' in event ? `${event.type} ${event.draftId}` : event.type, event);
    wake();
  });
  const aborted = () => wake();
  signal?.addEventListener('abort', aborted);
  try {
    while (!signal?.aborted) {
      const news = [...waiting.values()];
      waiting.clear();
      for (const event of news) yield event;
      if (waiting.size > 0 || signal?.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', aborted);
  }
}

type ScanEvent = Extract<StationEvent, { type: 'scanned' | 'scan-kind' | 'scan-failed' }>;

function isScan(event: StationEvent): event is ScanEvent {
  return event.type === 'scanned' || event.type === 'scan-kind' || event.type === 'scan-failed';
}

function scanFor(event: ScanEvent, hearing: ScanHearing): ScanEvent | null {
  if (hearing === 'nothing') return null;
  const kind = event.type === 'scanned' ? classifyScan(event.scan.text).kind : null;
  if (hearing === 'receipts') return kind === 'receipt' ? event : null;
  if (hearing === 'text' || event.type !== 'scanned') return event;
  return { type: 'scan-kind', kind: classifyScan(event.scan.text).kind };
}
