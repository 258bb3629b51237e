import { isDefinedError } from '@orpc/client';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, test } from 'vitest';
import { accessContract } from '../../contract/station/access.ts';
import { stationErrors } from '../../contract/station/errors.ts';
import { type RefusalCode, refusal } from './refusal.ts';
import { connectTestFace } from './test-client.ts';

function refused(code: RefusalCode): Error {
  switch (code) {
    case 'WRONG_PIN':
      return refusal(code, { triesLeft: 4 });
    case 'PIN_LOCKED_OUT':
    case 'TOO_MANY_TRIES':
    case 'UNATTENDED':
      return refusal(code, { until: 1_700_000_000_000 });
    case 'BLOCKED':
      return refusal(code, { issues: [] });
    default:
      return refusal(code);
  }
}

test.each(Object.keys(stationErrors) as RefusalCode[])(
  'a face knows %s as an error of the contract',
  async (code) => {
    const access = implement(accessContract);
    const handler = new RPCHandler({
      access: {
        lock: access.lock.handler(() => {
          throw refused(code);
        }),
      },
    });
    const { client } = connectTestFace((port) => handler.upgrade(port), 'counter');
    const error = await client.access.lock().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect(error instanceof Error && isDefinedError(error)).toBe(true);
  },
);
