/**
 * Why a paper did not come out, or why nobody can be sure that it did.
 *
 * - `cutter`: the knife is stuck, as a rule on a piece of paper
 * - `overheated`: a fault the printer recovers from by itself, as a rule a hot print head
 * - `hardware`: a fault it reports and does not recover from while it is on
 * - `offline`: it prints nothing and names no cause, as after its feed or pause button
 * - `held-elsewhere`: another program or the system's own printer driver holds it
 * - `denied`: the operating system refuses access
 * - `busy`: more papers wait than the queue holds
 * - `error`: it sent what no such printer sends
 */
export type PrintReason =
  | 'printer-absent'
  | 'paper-out'
  | 'cover-open'
  | 'cutter'
  | 'overheated'
  | 'hardware'
  | 'offline'
  | 'held-elsewhere'
  | 'denied'
  | 'unplugged'
  | 'silent'
  | 'stalled'
  | 'busy'
  | 'aborted'
  | 'error';

/**
 * How a job ended.
 *
 * - `printed`: the printer answered, after the job's last byte, that it had processed everything before
 * - `not-printed`: nothing printable reached the printer; printing again cannot make a duplicate
 * - `uncertain`: bytes went out and no proof came back; someone must look before it is printed again
 */
export type PrintResult =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'not-printed'; readonly reason: PrintReason }
  | { readonly outcome: 'uncertain'; readonly reason: PrintReason };
