import { expect, test } from 'vitest';
import { createBrowser } from '../../central/testing/officer-browser.ts';
import { mediaStateOf } from '../../station/store/tables/media-outbox.ts';
import { sayComplaint, specimenVoice } from '../../station/sync/testing/show-media.ts';
import { setUpCarry } from './carry-setup.ts';

test('a voice note goes by hand and its acknowledgement comes back; by the line it is not sent again', async () => {
  const { central, sync, store, save, receive, putReply, reach, until } = await setUpCarry({ by: 'line' });
  const bytes = specimenVoice(400_000);
  const { mediaId } = sayComplaint(store, bytes);
  const outcome = await receive(await save());
  expect(outcome).toMatchObject({ outcome: 'received' });
  const browser = createBrowser(central.url);
  await browser.signIn();
  const station = sync.sealer.stationId() ?? '';
  expect((await browser.read(`/petugas/masukan/${station}/${mediaId}`)).status).toBe(200);
  putReply(outcome);
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([{ outcome: 'received' }]);
  expect(mediaStateOf(store.read, mediaId)).toBe('delivered');
  await reach(central.url);
  await until(() => sync.isIdle());
  const routes = central.requests.filter(({ method }) => method === 'PATCH').map(({ route }) => route);
  expect(routes).toEqual([]);
});

test('what came by hand and whose reply was lost is acknowledged by the line without its bytes', async () => {
  const { central, store, save, receive, reach, sync, until } = await setUpCarry({ by: 'line' });
  const { mediaId } = sayComplaint(store, specimenVoice(400_000));
  await receive(await save());
  await reach(central.url);
  await until(() => sync.summary().media.waiting === 0);
  expect(mediaStateOf(store.read, mediaId)).toBe('delivered');
  const [row] = await central.database.query('SELECT count(*) AS parts FROM bundle_parts');
  expect(Number(row?.parts)).toBe(0);
});
