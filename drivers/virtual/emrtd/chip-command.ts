/** A command APDU as a chip takes it apart (ISO/IEC 7816-4, 5.1, cases 1 to 4, short and extended). */

export interface ChipCommand {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Null when no response data is wanted; zero in its field counts as the most the form allows. */
  readonly le: number | null;
  readonly extended: boolean;
}

export interface ChipAnswer {
  readonly data: Uint8Array;
  readonly statusWord: number;
}

export function answer(statusWord: number, data: Uint8Array = new Uint8Array()): ChipAnswer {
  return { data, statusWord };
}

export const OK = 0x9000;

/** Null when the lengths inside do not add up. */
export function parseChipCommand(bytes: Uint8Array): ChipCommand | null {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null;
  const body = bytes.subarray(4);
  const lengths = body[0] === 0 && body.length > 1 ? extendedBody(body) : shortBody(body);
  return lengths && { cla, ins, p1, p2, ...lengths };
}

type Body = Pick<ChipCommand, 'data' | 'le' | 'extended'>;

function shortBody(body: Uint8Array): Body | null {
  const none = new Uint8Array();
  const first = body[0];
  if (first === undefined) return { data: none, le: null, extended: false };
  if (body.length === 1) return { data: none, le: first === 0 ? 256 : first, extended: false };
  const data = body.subarray(1, 1 + first);
  const rest = body.subarray(1 + first);
  if (data.length !== first || rest.length > 1) return null;
  return { data, le: rest.length === 0 ? null : rest[0] || 256, extended: false };
}

function extendedBody(body: Uint8Array): Body | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (body.length < 3) return null;
  const first = view.getUint16(1);
  if (body.length === 3) return { data: new Uint8Array(), le: first || 65_536, extended: true };
  const end = 3 + first;
  if (first === 0 || (body.length !== end && body.length !== end + 2)) return null;
  const le = body.length === end ? null : view.getUint16(end) || 65_536;
  return { data: body.subarray(3, end), le, extended: true };
}
