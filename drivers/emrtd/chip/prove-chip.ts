/** Lets the chip prove that it is no copy: by chip authentication where it is offered, else by active authentication. */
import { CardError } from '../../smart-card/card-error.ts';
import { command } from '../apdu/command-apdu.ts';
import type { CountedChannel } from '../apdu/plain-exchange.ts';
import type { RandomSource } from '../crypto/key-pair.ts';
import { EmrtdError } from '../emrtd-error.ts';
import type { ChipGenuineness } from '../passport-reading.ts';
import { createSecureExchange, type SecureExchange } from '../secure-messaging/secure-exchange.ts';
import { authenticateActively } from './active-authentication.ts';
import { authenticateChip } from './chip-authentication.ts';
import {
  activeAuthenticationAlgorithm,
  type ChipAuthenticationKey,
  chipAuthenticationKey,
  decodeDg14,
} from './dg14.ts';

export interface ProveChipOptions {
  readonly exchange: SecureExchange;
  readonly channel: CountedChannel;
  readonly random: RandomSource;
  /** Most plain bytes a response of the exchange brings. */
  readonly mostPlain: number;
  readonly dg14: Uint8Array | null;
  /** Called only when it is needed. */
  readDg15(): Promise<Uint8Array | null>;
}

/** READ BINARY of the first bytes of DG1, a file every passport has. */
const ANY_QUESTION = command(0xb0, 0x81, 0, { expected: 8 });

/** The session is not to be used afterwards. Fails only where the card is gone or silent. */
export async function proveChip(options: ProveChipOptions): Promise<ChipGenuineness> {
  try {
    const infos = options.dg14 ? decodeDg14(options.dg14) : [];
    const key = chipAuthenticationKey(infos);
    if (key) return await byChipAuthentication(options, key);
    const dg15 = await options.readDg15();
    if (!dg15) return { kind: 'not-offered' };
    const { exchange, random, mostPlain } = options;
    const algorithm = activeAuthenticationAlgorithm(infos);
    const signed = await authenticateActively(exchange, dg15, algorithm, random, mostPlain);
    return signed
      ? { kind: 'genuine', by: 'active-authentication' }
      : { kind: 'failed', message: 'The chip signed with another key than that of DG15' };
  } catch (error) {
    if (error instanceof EmrtdError && error.kind === 'unsupported') return { kind: 'not-offered' };
    const isRefusal = error instanceof CardError && error.kind === 'refused';
    if (!isRefusal && !(error instanceof EmrtdError)) throw error;
    return { kind: 'failed', message: error.message };
  }
}

/** Whatever the chip answers under the new keys, that it checks is the proof. */
async function byChipAuthentication(
  { exchange, channel, random }: ProveChipOptions,
  key: ChipAuthenticationKey,
): Promise<ChipGenuineness> {
  const session = await authenticateChip(exchange, key, random);
  await createSecureExchange(channel, session).send(ANY_QUESTION);
  return { kind: 'genuine', by: 'chip-authentication' };
}
