import { CardError } from '../smart-card/card-error.ts';
import { MOST_ATR_BYTES } from './atr.ts';
import { CCID_ERROR, CcidCommandError } from './ccid-command-error.ts';
import type { CcidDescriptor, Voltage } from './ccid-descriptor.ts';
import type { CcidLink, ExchangeOptions } from './ccid-link.ts';

/**
 * Powers the card and resolves with its answer to reset. Where the voltage is the host's to choose, the lowest class
 * comes first (ISO/IEC 7816-3, selection of the class of operating conditions), and the card is without power between
 * two. Fails with `no-card`, `mute` or `protocol`, or with what the link throws.
 */
export async function powerOn(link: CcidLink, slot: number, options: ExchangeOptions): Promise<Uint8Array> {
  let refusal: CcidCommandError | null = null;
  for (const voltage of voltagesToTry(link.descriptor)) {
    if (refusal) await link.exchange(slot, { kind: 'power-off' }, options);
    try {
      const { bytes } = await link.exchange(slot, { kind: 'power-on', voltage }, options);
      if (bytes.length >= 2 && bytes.length <= MOST_ATR_BYTES) return bytes;
      throw new CardError('protocol', `An answer to reset has no ${bytes.length} bytes`);
    } catch (error) {
      if (!(error instanceof CcidCommandError)) throw error;
      if (error.card === 'absent') throw new CardError('no-card', 'There is no card', { cause: error });
      refusal = error;
    }
  }
  const kind = refusal?.code === CCID_ERROR.mute ? 'mute' : 'protocol';
  throw new CardError(kind, refusal?.message ?? 'The reader cannot power a card', { cause: refusal });
}

/** Null leaves it to the reader. */
function voltagesToTry({ automatic, voltages }: CcidDescriptor): readonly (Voltage | null)[] {
  if (automatic.voltage || automatic.activation || voltages.length === 0) return [null];
  return voltages;
}
