/** Messages as the reader's firmware sees them (CCID 1.1, clause 6). */
export const COMMAND = {
  setParameters: 0x61,
  powerOn: 0x62,
  powerOff: 0x63,
  getSlotStatus: 0x65,
  escape: 0x6b,
  getParameters: 0x6c,
  transferBlock: 0x6f,
  abort: 0x72,
} as const;

const ANSWER = { dataBlock: 0x80, slotStatus: 0x81, parameters: 0x82, escape: 0x83 } as const;

/** bError (table 6.2-2); 1 to 9 name the wrong byte of the header. */
export const ERROR = {
  notSupported: 0x00,
  wrongLength: 0x01,
  wrongSlot: 0x05,
  wrongParameter: 0x07,
  slotBusy: 0xe0,
  procedure: 0xf4,
  protocol: 0xf6,
  hardware: 0xfb,
  overrun: 0xfc,
  parity: 0xfd,
  mute: 0xfe,
  aborted: 0xff,
} as const;

export const HEADER_LENGTH = 10;

export interface WireCommand {
  readonly type: number;
  readonly slot: number;
  readonly sequence: number;
  /** The three bytes that differ from command to command. */
  readonly specific: readonly [number, number, number];
  readonly bytes: Uint8Array;
}

export interface WireAnswer {
  readonly type: number;
  readonly slot: number;
  readonly sequence: number;
  /** bmICCStatus: 0 active, 1 inactive, 2 absent. */
  readonly card: 0 | 1 | 2;
  /** bmCommandStatus: 0 done, 1 failed, 2 time extension. */
  readonly outcome: 0 | 1 | 2;
  readonly error: number;
  readonly parameter: number;
  readonly bytes: Uint8Array;
}

/** dwLength of a message that has begun; null before its first five bytes are there. */
export function announcedLength(bytes: Uint8Array): number | null {
  if (bytes.length < 5) return null;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
}

export function readCommand(message: Uint8Array): WireCommand {
  const [type = 0, , , , , slot = 0, sequence = 0, first = 0, second = 0, third = 0] = message;
  return { type, slot, sequence, specific: [first, second, third], bytes: message.slice(HEADER_LENGTH) };
}

export function writeAnswer(answer: WireAnswer): Uint8Array {
  const { type, slot, sequence, card, outcome, error, parameter, bytes } = answer;
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  return Uint8Array.of(type, ...length, slot, sequence, card | (outcome << 6), error, parameter, ...bytes);
}

/** The type of the message that answers a command. */
export function answerType(command: number): number {
  if (command === COMMAND.powerOn || command === COMMAND.transferBlock) return ANSWER.dataBlock;
  if (command === COMMAND.setParameters || command === COMMAND.getParameters) return ANSWER.parameters;
  return command === COMMAND.escape ? ANSWER.escape : ANSWER.slotStatus;
}
