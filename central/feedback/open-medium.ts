import { type BundleStore, bundleName } from '../bundles/bundle-store.ts';
import { openCiphertext } from '../packets/open-bundle.ts';
import type { StoredMedium } from './media-rows.ts';
import { isOfType } from './media-type.ts';

/** A picture or voice note, opened for this answer alone. Null while it is not here whole, or no longer. */
export async function openMedium(bundles: BundleStore, medium: StoredMedium): Promise<Buffer | null> {
  if (medium.acknowledgement === null) return null;
  const sealed = await bundles.get(bundleName(medium));
  const opened = sealed && openCiphertext([sealed], medium.bundle);
  return opened && 'plain' in opened && isOfType(medium.contentType, opened.plain) ? opened.plain : null;
}
