import type { FromStation } from '../../contract/shell/station-channel.ts';

/** The station's private line to whoever started it. */
export interface ShellChannel {
  /** Resolves when the message was handed over; never rejects, because a shell that is gone is told by `onClosed`. */
  send(message: FromStation): Promise<void>;
  /** Messages as they arrive, unread and unchecked. */
  onMessage(listener: (message: unknown) => void): void;
  /** The other side is gone for good. */
  onClosed(listener: () => void): void;
}
