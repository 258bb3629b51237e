import type { PassportAccess } from '../../contract/station/cards.ts';
import type { AccessKey } from '../../drivers/emrtd/access/access-key.ts';
import { CardRefusal } from './card-problem.ts';

/** The second line of a passport's machine-readable zone: number, birth and expiry with their places (Doc 9303-4, 4.2.2.2). */
const SECOND_LINE = /^([A-Z0-9<]{9})[0-9]([A-Z<]{3})([0-9<]{6})[0-9]([MFX<])([0-9]{6})[0-9]/;
const LINE = 44;

/** What the driver opens the chip with. Throws `wrong-key` where the lines cannot be those of any passport. */
export function accessKey(access: PassportAccess): AccessKey {
  if (access.kind === 'can') return access;
  const text = access.lines.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
  const [, documentNumber, , birthDate, , expiryDate] = SECOND_LINE.exec(text.slice(LINE)) ?? [];
  if (documentNumber === undefined || birthDate === undefined || expiryDate === undefined)
    throw new CardRefusal('wrong-key');
  return { kind: 'mrz', documentNumber, birthDate, expiryDate };
}
