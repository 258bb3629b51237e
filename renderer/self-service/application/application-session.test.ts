import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApplicationSession } from './application-session.ts';

const SERVICE = 'passport-replacement-expired-adult';
const picture = { blob: new Blob(['x']), width: 10, height: 10 };

/** A station that keeps what it is told. */
function stationStandIn() {
  const told: string[] = [];
  let values = {};
  let pictures: string[] = [];
  const draft = () => ({ values, issues: [], pictures });
  return {
    told,
    commands: {
      saveApplication: vi.fn(async (input: { values: object }) => {
        told.push(`save ${JSON.stringify(input.values)}`);
        values = { ...values, ...input.values };
        return draft();
      }),
      addPicture: vi.fn(async ({ kind }: { kind: string }) => {
        told.push(`picture ${kind}`);
        pictures = [...pictures, kind];
        return draft();
      }),
      dropApplication: vi.fn(async () => {
        told.push('drop');
        return {};
      }),
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('typed letters go within a second, and are shown before they are kept', async () => {
  const { told, commands } = stationStandIn();
  const session = createApplicationSession(commands, SERVICE);
  session.change({ 'identity.fullName': 'SITI' });
  expect(session.state()).toMatchObject({ values: { 'identity.fullName': 'SITI' }, begun: false });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual(['save {"identity.fullName":"SITI"}']);
  expect(session.state()).toMatchObject({ values: { 'identity.fullName': 'SITI' }, begun: true });
});

test('a picture begins the draft where nothing was typed', async () => {
  const { told, commands } = stationStandIn();
  const session = createApplicationSession(commands, SERVICE);
  await session.addPicture('identity-card.front', picture, 'good');
  expect(told).toEqual(['save {}', 'picture identity-card.front']);
  expect(session.state().pictures.get('identity-card.front')?.advice).toBe('good');
});

test('the end forgets it at the station, and what was typed last is not sent after it', async () => {
  const { told, commands } = stationStandIn();
  const session = createApplicationSession(commands, SERVICE);
  session.change({ 'identity.fullName': 'SITI' });
  session.end();
  session.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['drop']);
});

test('a save that failed is not tried again after the end', async () => {
  const { told, commands } = stationStandIn();
  commands.saveApplication.mockRejectedValue(new Error('away'));
  const session = createApplicationSession(commands, SERVICE);
  session.change({ 'identity.fullName': 'SITI' });
  await expect(session.flush()).rejects.toThrow('away');
  session.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(commands.saveApplication).toHaveBeenCalledTimes(1);
  expect(told).toEqual(['drop']);
});

test('what a ticket took along is not dropped', async () => {
  const { told, commands } = stationStandIn();
  const session = createApplicationSession(commands, SERVICE);
  session.change({ 'identity.fullName': 'SITI' });
  await session.flush();
  session.takenAlong();
  session.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toHaveLength(1);
});
