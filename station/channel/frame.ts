import { z } from 'zod';

/** A picture of 8 MB with what the RPC library puts around it, twice over. */
export const LARGEST_FRAME = 16 * 1024 * 1024;
/** Between the JSON and the bytes of a frame (oRPC's peer protocol). */
const DELIMITER = 0xff;

const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const identifier = z.union([z.string().max(40), z.number()]);

/** oRPC's peer protocol, client to server: request (1, or absent), event of a stream (3), abort (4). */
const frameSchema = z.union([
  z.object({
    i: identifier,
    t: z.literal(1).optional(),
    p: z.object({
      u: z.string().refine((path) => URL.canParse(path, 'http://station')),
      b: z.unknown().optional(),
      h: headers.optional(),
      m: z.string().max(10).optional(),
    }),
  }),
  z.object({
    i: identifier,
    t: z.literal(3),
    p: z.object({
      e: z.enum(['message', 'error', 'done']),
      d: z.unknown().optional(),
      m: z.unknown().optional(),
    }),
  }),
  z.object({ i: identifier, t: z.literal(4), p: z.unknown().optional() }),
]);

export type FrameData = string | ArrayBuffer | Uint8Array<ArrayBuffer>;
export type FrameVerdict =
  /** What to give the RPC library: JSON already read, or the bytes as they are. */
  | { readonly sound: true; readonly data: object | Uint8Array }
  | { readonly sound: false; readonly code: 'PAYLOAD_TOO_LARGE' | 'BAD_REQUEST'; readonly id: string | null };

/**
 * Looks at a frame before the RPC library does: the library expects its own client at the other end, and an ill-formed
 * frame would end the process by an unhandled rejection.
 */
export function judgeFrame(data: FrameData): FrameVerdict {
  const length = typeof data === 'string' ? data.length : data.byteLength;
  if (length > LARGEST_FRAME) return { sound: false, code: 'PAYLOAD_TOO_LARGE', id: idAtStart(data) };
  if (typeof data === 'string') {
    const frame = parseFrame(data);
    return frame ? { sound: true, data: frame } : illFormed(data);
  }
  const bytes = new Uint8Array(data);
  const end = bytes.indexOf(DELIMITER);
  const json = new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  return parseFrame(json) ? { sound: true, data: bytes } : illFormed(data);
}

function illFormed(data: FrameData): FrameVerdict {
  return { sound: false, code: 'BAD_REQUEST', id: idAtStart(data) };
}

function parseFrame(json: string): object | null {
  try {
    const frame: unknown = JSON.parse(json);
    return frameSchema.safeParse(frame).success && typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}

/** The library writes the id first, so even a frame too large to read says which call it was. */
function idAtStart(data: FrameData): string | null {
  const start = typeof data === 'string' ? data.slice(0, 64) : new TextDecoder().decode(data.slice(0, 64));
  return /^\{"i":"([A-Za-z0-9-]{1,40})"/.exec(start)?.[1] ?? null;
}

/** Answer to a frame that reached no procedure, in the library's own form. */
export function refusedFrame(id: string, code: 'PAYLOAD_TOO_LARGE' | 'BAD_REQUEST'): string {
  const status = code === 'BAD_REQUEST' ? 400 : 413;
  return JSON.stringify({
    i: id,
    p: { s: status, b: { json: { defined: false, code, status, message: code } } },
  });
}
