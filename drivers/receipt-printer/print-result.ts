/** Why a paper did not come out, or why nobody can be sure that it did. */
export type PrintReason =
  | 'printer-absent'
  | 'paper-out'
  | 'cover-open'
  | 'offline'
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
