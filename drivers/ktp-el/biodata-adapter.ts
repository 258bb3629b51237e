import type { Unsubscribe } from '../listeners.ts';
import type { KtpBiodata } from './ktp-biodata.ts';

/**
 * A vendor's KTP-el reader with a security module inside, as far as the station meets it. Such readers differ in
 * everything (a text file, a program, a serial line); what they have in common is that biodata come when a holder was
 * let in by card and finger. Typing the data in by hand is always possible too.
 */
export interface BiodataAdapter {
  /** Called once for each card read from now on, never for one read before. */
  onBiodata(listener: (biodata: KtpBiodata) => void): Unsubscribe;
  /** Called when the reader's output cannot be had for a while; the adapter goes on trying. */
  onTrouble(listener: (error: unknown) => void): Unsubscribe;
  /** Called when it can be had again. */
  onRecovered(listener: () => void): Unsubscribe;
  /** Whether it could not be had when it was last looked at. */
  isTroubled(): boolean;
  close(): Promise<void>;
}
