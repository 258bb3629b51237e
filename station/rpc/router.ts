import { ORPCError } from '@orpc/server';
import type { Face } from '../../contract/shell/face.ts';
import type { Access } from '../access/access.ts';
import { authorise, PERMISSIONS } from '../access/permissions.ts';
import { StoreError } from '../store/store-error.ts';
import { implementer } from './implementer.ts';
import { refusal } from './refusal.ts';
import type { Refusals } from './refusals.ts';

/** A hostile input can break every rule a thousand times; a face shows a handful. */
const LARGEST_PROBLEM_LIST = 20;

export interface Guards {
  readonly access: Pick<Access, 'session' | 'touch'>;
  readonly refusals: Refusals;
  /** While nobody is at the counter only what citizens do alone is done. */
  readonly expectAttended: (path: string, face: Face) => void;
  /** Commands that would add to a full disk are refused before they try. */
  readonly expectRoom: (path: string) => void;
  readonly storageFull: () => void;
  /** For the log; no input is passed on, because inputs hold personal data. */
  readonly failed: (path: string, error: unknown) => void;
}

/** What stands around every procedure: authorisation first, then what its errors become. */
export function guardedImplementer(guards: Guards) {
  return implementer
    .use(async ({ next, path, context }) => {
      const name = path.join('.');
      const permission = PERMISSIONS[name];
      const verdict = authorise(permission, context.face, guards.access.session(context.face));
      if (verdict !== 'allowed') {
        guards.refusals.note(name, context.face, verdict);
        throw refusal(verdict);
      }
      guards.expectAttended(name, context.face);
      if (permission?.kind === 'act') guards.access.touch(context.face);
      guards.expectRoom(name);
      return next();
    })
    .use(async ({ next, path }) => {
      try {
        return await next();
      } catch (error) {
        throw answerFor(error, path.join('.'), guards);
      }
    });
}

function answerFor(error: unknown, path: string, guards: Guards): unknown {
  if (error instanceof StoreError) {
    guards.failed(path, error);
    if (error.kind !== 'storage-full') return refusal('STORAGE_FAILED');
    guards.storageFull();
    return refusal('STORAGE_FULL');
  }
  if (!(error instanceof ORPCError)) {
    guards.failed(path, error);
    return error;
  }
  return error.code === 'BAD_REQUEST' ? shortened(error) : error;
}

function shortened(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return error;
  return new ORPCError('BAD_REQUEST', {
    message: error.message,
    data: { issues: data.issues.slice(0, LARGEST_PROBLEM_LIST) },
  });
}
