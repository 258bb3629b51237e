import type { BiodataAdapter } from '../../drivers/ktp-el/biodata-adapter.ts';
import type { KtpBiodata } from '../../drivers/ktp-el/ktp-biodata.ts';
import { openWatchedFile } from '../../drivers/ktp-el/node-watched-file.ts';
import { createVendorFileAdapter } from '../../drivers/ktp-el/vendor-file-adapter.ts';
import type { WatchedFile } from '../../drivers/ktp-el/watched-file.ts';
import { createListeners, type Unsubscribe } from '../../drivers/listeners.ts';
import type { DeviceNow } from './present-device.ts';

/** A vendor's KTP-el reader, which writes what it read into a file. */
export interface IdentityCardReader {
  /** Called for each card read from now on. */
  onBiodata(listener: (biodata: KtpBiodata) => void): Unsubscribe;
  list(): DeviceNow[];
  close(): Promise<void>;
}

/** The file does not tell what wrote it. */
const MODEL = '';

/** Follows the file at `path`. A file that cannot be watched makes a reader that is out of order. */
export function createIdentityCardReader(
  path: string,
  onChanged: () => void,
  open: (path: string) => WatchedFile = openWatchedFile,
): IdentityCardReader {
  const biodata = createListeners<KtpBiodata>();
  let state: 'opening' | 'ready' | 'faulted' = 'opening';
  const become = (next: typeof state) => {
    if (state === next) return;
    state = next;
    onChanged();
  };
  const opening = follow().catch(() => {
    become('faulted');
    return null;
  });

  async function follow(): Promise<BiodataAdapter> {
    const adapter = await createVendorFileAdapter(open(path));
    adapter.onTrouble(() => become('faulted'));
    adapter.onRecovered(() => become('ready'));
    adapter.onBiodata((read) => biodata.emit(read));
    become(adapter.isTroubled() ? 'faulted' : 'ready');
    return adapter;
  }

  return {
    onBiodata: biodata.add,
    list: () => [
      {
        kind: 'identity-card-reader',
        model: MODEL,
        state,
        reason: state === 'faulted' ? 'identity-card-reader-file' : null,
        paperNearEnd: false,
      },
    ],
    async close() {
      await (await opening)?.close();
    },
  };
}
