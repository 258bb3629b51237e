import type { BundleFiles } from '../../store/bundles/bundle-files.ts';
import type { BundleReader } from '../../store/bundles/bundle-reader.ts';
import type { ReadableDatabase } from '../../store/database.ts';

/** Where what is carried is read from. */
export interface CarrySources {
  readonly read: ReadableDatabase;
  readonly bundles: BundleFiles;
}

/** All of it, about 2 MB, and closed. */
export function wholeBundle(bundle: BundleReader | null): Uint8Array | null {
  if (bundle === null) return null;
  try {
    return bundle.read(0, bundle.byteLength);
  } finally {
    bundle.close();
  }
}
