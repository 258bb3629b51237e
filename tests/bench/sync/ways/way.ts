/** What one way has to bring across: made before the time is taken. */
export interface Load {
  /** Everything of this run, sender and server, lies below. */
  readonly folder: string;
  readonly count: number;
  /** Of all attachments of one registration together. */
  readonly attachmentBytes: number;
  readonly atOnce: number;
  /** How many times as fast the clocks of the sender run. */
  readonly speed: number;
}

/** A sender with registrations that wait, and the server that wants them. */
export interface OpenWay {
  readonly serverPort: number;
  readonly senderPid: number;
  readonly serverPid: number;
  /** Milliseconds of each registration that was written down while it was opened; empty when that is not what it does. */
  readonly commits: readonly number[];
  /** Sends everything to that address; resolves when the sender knows that the server has it all. */
  drain(url: string): Promise<void>;
  close(): Promise<void>;
}

export interface Way {
  readonly name: string;
  open(load: Load): Promise<OpenWay>;
}

/** The form of one registration, beside its attachments. */
export const DOCUMENT_BYTES = 4_000;

/** What a user has of it, whatever travels. */
export function payloadOf({ count, attachmentBytes }: Load): number {
  return count * (attachmentBytes + DOCUMENT_BYTES);
}

/** How a Node process is started so that its clock runs so many times as fast. */
export function clockOf(speed: number): {
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
} {
  if (speed === 1) return { nodeArguments: [], environment: {} };
  return {
    nodeArguments: ['--import', new URL('../../../faults/run/other-clock.ts', import.meta.url).href],
    environment: { ANJUNGAN_OTHER_CLOCK: JSON.stringify({ speed, days: 0 }) },
  };
}
