/**
 * Why no picture came, or why the camera cannot be used.
 *
 * - `camera-absent`: none is plugged in
 * - `camera-busy`: it is still taking an earlier picture, or says it is busy
 * - `held-elsewhere`: another program holds it, on Linux often a desktop's photo import
 * - `denied`: the operating system refuses access
 * - `cannot-capture`: it cannot be told to take a picture over USB
 * - `store-full`, `no-store`: its memory card is full; is missing or write-protected
 * - `no-picture`: it took the order, but no JPEG picture appeared in time; often it could not focus
 * - `too-large`, `not-a-jpeg`: the picture is beyond the bound, or is no whole JPEG
 * - `refused`: it answered with another error code
 * - `silent`, `stalled`, `error`: it does not answer, its endpoint is halted, it sent nonsense
 */
export type CaptureReason =
  | 'camera-absent'
  | 'camera-busy'
  | 'held-elsewhere'
  | 'denied'
  | 'cannot-capture'
  | 'store-full'
  | 'no-store'
  | 'no-picture'
  | 'too-large'
  | 'not-a-jpeg'
  | 'refused'
  | 'unplugged'
  | 'silent'
  | 'stalled'
  | 'aborted'
  | 'error';

export type CaptureResult =
  | {
      readonly outcome: 'captured';
      /** From SOI to EOI. */
      readonly jpeg: Uint8Array;
      /** Pixels. */
      readonly width: number;
      readonly height: number;
      /** Whether a copy stays on the camera's card because it could not be deleted. */
      readonly leftOnCamera: boolean;
    }
  | { readonly outcome: 'failed'; readonly reason: CaptureReason };

/** Called as the picture comes over the wire. */
export type CaptureProgress = (progress: {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}) => void;
