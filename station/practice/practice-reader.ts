import type { Layable, PracticeState } from '../../contract/station/practice.ts';
import type { ReaderTrouble } from '../../contract/station/practice-troubles.ts';
import type { Clock } from '../../drivers/clock.ts';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import { renderPortrait } from '../../drivers/virtual/camera/portrait-picture.ts';
import type { SpecimenPerson } from '../../drivers/virtual/camera/specimen-person.ts';
import type { VirtualCard } from '../../drivers/virtual/card/virtual-card.ts';
import { createVirtualCcidReader } from '../../drivers/virtual/ccid/virtual-ccid-reader.ts';
import type { SpecimenIssuer } from '../../drivers/virtual/emrtd/specimen-issuer.ts';
import { createVirtualKtpCard } from '../../drivers/virtual/ktp-el/virtual-ktp-card.ts';
import type { VirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../drivers/virtual/usb/virtual-usb-device.ts';
import { createSocket } from './socket.ts';
import { createReaderTroubles } from './troubles/reader-troubles.ts';

/** The card reader on the practice tray, and what can be laid on it. */
export interface PracticeReader {
  state(): PracticeState['reader'];
  setPlugged(plugged: boolean): void;
  setTrouble(trouble: ReaderTrouble | null): Promise<void>;
  lay(what: Layable, person: SpecimenPerson): Promise<void>;
  take(): void;
  /** The invented country that made the genuine passports. */
  trust(): Promise<TrustList>;
}

/** The slowest line there is, so that progress is seen and a hand has time to pull the card. */
const BIT_RATE = 106_000;
/** As large as passport offices put on chips (Doc 9303-9, 3.1), and as small as a KTP-el has room for. */
const PASSPORT_PORTRAIT = { width: 413, height: 531, quality: 92 };
const CARD_PORTRAIT = { width: 200, height: 266, quality: 80 };

/** Plugs the reader in. Passports are made when the first is laid: their keys take a moment. */
export function createPracticeReader(bus: VirtualUsbBus, clock: Clock): PracticeReader {
  const reader = createVirtualCcidReader({ clock, level: 'extended-apdu', bitRate: BIT_RATE });
  const another = createVirtualCcidReader({ clock, level: 'character' });
  const socket = createSocket<VirtualUsbDevice>(bus, reader);
  const troubles = createReaderTroubles(bus, socket, reader, another);
  let card: Layable | null = null;
  let issuers: Promise<Record<'trusted' | 'unknown', SpecimenIssuer>> | null = null;

  socket.setPlugged(true);

  function makeIssuers() {
    issuers ??= import('../../drivers/virtual/emrtd/specimen-issuer.ts').then(({ createSpecimenIssuer }) => ({
      trusted: createSpecimenIssuer({ seed: 'latihan' }),
      unknown: createSpecimenIssuer({ seed: 'negara lain' }),
    }));
    return issuers;
  }

  async function passport(what: Layable, person: SpecimenPerson): Promise<VirtualCard> {
    const { createVirtualPassport } = await import('../../drivers/virtual/emrtd/virtual-passport.ts');
    const { trusted, unknown } = await makeIssuers();
    const bytes = await renderPortrait(person, PASSPORT_PORTRAIT);
    return createVirtualPassport({
      person,
      portrait: { bytes, width: PASSPORT_PORTRAIT.width, height: PASSPORT_PORTRAIT.height },
      issuer: what === 'passport-unknown-issuer' ? unknown : trusted,
      pace: { cipher: 'aes-128', curve: 'brainpoolP256r1' },
      chipAuthentication: { cipher: 'aes-128', curve: 'brainpoolP256r1' },
      forgedSignature: what === 'passport-forged',
    });
  }

  return {
    state: () => ({ plugged: socket.isPlugged(), card, trouble: troubles.now() }),
    setPlugged: socket.setPlugged,
    setTrouble: troubles.set,
    async lay(what, person) {
      const next =
        what === 'ktp'
          ? createVirtualKtpCard({ photo: await renderPortrait(person, CARD_PORTRAIT) })
          : await passport(what, person);
      reader.remove();
      reader.insert(next);
      card = what;
    },
    take() {
      reader.remove();
      card = null;
    },
    async trust() {
      const { decodeTrustList } = await import('../../drivers/emrtd/trust/trust-list.ts');
      return decodeTrustList([(await makeIssuers()).trusted.countryCertificate]);
    },
  };
}
