import { decodeHeader, HEADER_BYTES, type UsbIpCommand } from './usbip-messages.ts';

export interface CommandStream {
  /** The commands completed by these bytes. Throws `UsbIpError`; the stream is of no use after that. */
  push(bytes: Uint8Array): UsbIpCommand[];
}

/** Puts commands together from a stream that cuts them anywhere; holds one command at most. */
export function createCommandStream(): CommandStream {
  let held: Buffer = Buffer.alloc(0);

  return {
    push(bytes) {
      held = Buffer.concat([held, bytes]);
      const commands: UsbIpCommand[] = [];
      while (held.length >= HEADER_BYTES) {
        const { command, follow } = decodeHeader(held.subarray(0, HEADER_BYTES));
        const end = HEADER_BYTES + follow;
        if (held.length < end) break;
        commands.push(
          command.kind === 'submit'
            ? { ...command, bytes: Uint8Array.from(held.subarray(HEADER_BYTES, end)) }
            : command,
        );
        held = held.subarray(end);
      }
      return commands;
    },
  };
}
