import type { CcidResponse } from './ccid-message.ts';
import type { CommandApdu } from './command-apdu.ts';

/** One XfrBlock and the data block that answers it; fails with a `CcidCommandError` when the reader fails. */
export type BlockTransfer = (bytes: Uint8Array, options?: BlockOptions) => Promise<CcidResponse>;

export interface BlockOptions {
  readonly waitMultiplier?: number;
  readonly level?: number;
}

/** How whole command APDUs reach the card through this reader. */
export interface ApduCarrier {
  readonly maximumCommandLength: number;
  readonly maximumResponseLength: number;
  /** `bytes` are the command as it came, `command` the same taken apart; at most `maximumCommandLength` bytes. */
  carry(bytes: Uint8Array, command: CommandApdu, transfer: BlockTransfer): Promise<Uint8Array>;
}
