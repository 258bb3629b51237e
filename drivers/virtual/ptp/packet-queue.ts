/** What an IN endpoint has to send: transfers cut into packets, each ended by a short packet or an empty one. */
export interface PacketQueue {
  /** `headerAlone` sends the first 12 bytes in a packet of their own, as some cameras do. */
  add(transfer: Uint8Array, headerAlone?: boolean): void;
  /** Null when there is nothing to send. */
  next(): Uint8Array | null;
  isEmpty(): boolean;
  clear(): void;
}

export function createPacketQueue(packetSize: number): PacketQueue {
  let waiting: { readonly bytes: Uint8Array; offset: number; readonly first: number }[] = [];
  return {
    add(bytes, headerAlone = false) {
      waiting.push({ bytes, offset: 0, first: headerAlone ? 12 : packetSize });
    },
    next() {
      const [transfer] = waiting;
      if (!transfer) return null;
      const size = transfer.offset === 0 ? transfer.first : packetSize;
      const packet = transfer.bytes.slice(transfer.offset, transfer.offset + size);
      transfer.offset += packet.length;
      const headerOnly = transfer.offset === transfer.first && transfer.offset < transfer.bytes.length;
      if (packet.length < packetSize && !headerOnly) waiting = waiting.slice(1);
      return packet;
    },
    isEmpty: () => waiting.length === 0,
    clear() {
      waiting = [];
    },
  };
}
