import type { PracticeState } from '../../contract/station/practice.ts';
import type { IdentityCardReaderTrouble } from '../../contract/station/practice-troubles.ts';
import type { SpecimenPerson } from '../../drivers/virtual/camera/specimen-person.ts';
import { personVendorLine } from '../../drivers/virtual/ktp-el/specimen-vendor-line.ts';
import { createWatchedFileRig } from '../../drivers/virtual/ktp-el/watched-file-rig.ts';
import { createIdentityCardReader, type IdentityCardReader } from '../devices/create-identity-card-reader.ts';
import { refusal } from '../rpc/refusal.ts';
import { createOneTrouble } from './troubles/one-trouble.ts';

/** A vendor's KTP-el reader on the practice tray, which lies beside the kiosk until it is plugged in. */
export interface PracticeIdentityCardReader {
  state(): PracticeState['identityCardReader'];
  setPlugged(plugged: boolean): void;
  setTrouble(trouble: IdentityCardReaderTrouble | null): Promise<void>;
  /** A card is read on it: its program adds a line to its file. Throws `CONFLICT` while it is unplugged. */
  read(person: SpecimenPerson): Promise<void>;
  /** As the station uses it, over the same adapter as a real one. */
  open(onChanged: () => void): IdentityCardReader;
}

export function createPracticeIdentityCardReader(): PracticeIdentityCardReader {
  const rig = createWatchedFileRig('');
  const troubles = createOneTrouble<IdentityCardReaderTrouble>({
    async file(on) {
      rig.setBroken(on);
      // Nothing more is in it: whoever watches only looks.
      await rig.append('');
    },
  });
  let plugged = false;
  let known = false;
  let changed: () => void = () => undefined;

  return {
    state: () => ({ plugged, trouble: troubles.now() }),
    setPlugged(next) {
      plugged = next;
      known ||= next;
      changed();
    },
    setTrouble: troubles.set,
    async read(person) {
      if (!plugged) throw refusal('CONFLICT');
      await rig.append(`${personVendorLine(person)}\r\n`);
    },
    open(onChanged) {
      changed = onChanged;
      const reader = createIdentityCardReader('', onChanged, () => rig.file);
      return {
        ...reader,
        list: () =>
          known
            ? reader.list().map((device) => (plugged ? device : { ...device, state: 'absent', reason: null }))
            : [],
      };
    },
  };
}
