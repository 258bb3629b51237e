import { z } from 'zod';
import { instantSchema } from '../domain/identifiers.ts';
import { issueSchema } from '../domain/issue.ts';

/** Every error a station command may answer with. A face shows `error.<CODE>` from its translation file. */
export const stationErrors = {
  /** The caller's face or role may not do this, or nobody is signed in. */
  FORBIDDEN: {},
  SIGNED_OUT: {},
  LOCKED: {},
  NOT_FOUND: {},
  /** The id exists with different content, or the thing has moved on since the face last read it. */
  CONFLICT: {},
  WRONG_PIN: { data: z.object({ triesLeft: z.number().int().nonnegative() }) },
  /** The PIN is right, and it is the starting one: sign in with a new one beside it. */
  PIN_TO_CHANGE: {},
  PIN_LOCKED_OUT: { data: z.object({ until: instantSchema }) },
  /** Codes are being guessed: nothing is looked up before `until`. */
  TOO_MANY_TRIES: { data: z.object({ until: instantSchema }) },
  /** Nobody is at the counter until `until`, by the kiosk's schedule: only what citizens do alone goes on. */
  UNATTENDED: { data: z.object({ until: instantSchema }) },
  /** Submission refused: these block. */
  BLOCKED: { data: z.object({ issues: z.array(issueSchema) }) },
  /** The station has no keys of central yet, so nothing can be sealed. */
  NOT_ENROLLED: {},
  /** A picture that is not the picture type it says, or too large. */
  BAD_PICTURE: {},
  /** The disk is full: nothing was written, everything committed before stays. */
  STORAGE_FULL: {},
  /** The store refused for another reason; nothing was written. */
  STORAGE_FAILED: {},
} as const;
