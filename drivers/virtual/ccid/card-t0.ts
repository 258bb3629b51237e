import type { CardAnswer } from '../card/virtual-card.ts';

/** A card's half of T=0 with the reader's procedure bytes folded in: TPDU in, data and status word out. */
export interface CardT0 {
  exchange(tpdu: Uint8Array): CardAnswer;
}

const GET_RESPONSE = 0xc0;
const CLASS_WITHOUT_DATA = Uint8Array.of(0x67, 0x00);

/** `process` takes whole command APDUs. */
export function createCardT0(process: (command: Uint8Array) => CardAnswer): CardT0 {
  let held: Uint8Array = new Uint8Array();

  return {
    exchange(tpdu) {
      const [, ins, , , p3 = 0] = tpdu;
      if (ins === GET_RESPONSE && tpdu.length === 5) return fetch(p3 || 256);
      held = new Uint8Array();
      if (tpdu.length === 5) return read(tpdu, p3 || 256);
      if (tpdu.length !== 5 + p3) return { response: CLASS_WITHOUT_DATA, worksMs: 0 };
      // Only the card knows whether data come back; it offers them, and the host asks for them if it wants them.
      const { response, worksMs } = process(Uint8Array.of(...tpdu, 0));
      if (response.length === 2) return { response, worksMs };
      held = response;
      return { response: more(), worksMs };
    },
  };

  function read(tpdu: Uint8Array, wanted: number): CardAnswer {
    const { response, worksMs } = process(tpdu);
    const available = response.length - 2;
    if (available === 0 || available === wanted) return { response, worksMs };
    // The exact length is asked for again, as cards of this protocol do.
    if (available < wanted) return { response: Uint8Array.of(0x6c, available & 0xff), worksMs };
    held = response.subarray(wanted);
    return { response: Uint8Array.of(...response.subarray(0, wanted), ...more()), worksMs };
  }

  function fetch(wanted: number): CardAnswer {
    const available = held.length - 2;
    if (available <= 0) return { response: Uint8Array.of(0x69, 0x85), worksMs: 0 };
    if (available < wanted) return { response: Uint8Array.of(0x6c, available & 0xff), worksMs: 0 };
    const bytes = held.subarray(0, wanted);
    held = held.subarray(wanted);
    const status = held.length === 2 ? held : more();
    return { response: Uint8Array.of(...bytes, ...status), worksMs: 0 };
  }

  function more(): Uint8Array {
    return Uint8Array.of(0x61, held.length - 2 > 255 ? 0 : held.length - 2);
  }
}
