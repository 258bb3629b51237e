import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { parseTrackingCode } from '../../contract/domain/tracking-code.ts';
import type { Guide } from '../../contract/station/self-service.ts';
import { loadSpecimens } from '../practice/specimens.ts';
import { receiveStatuses } from '../registration/receive-statuses.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { SERVICE, submitOne } from '../testing/fill-draft.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

let station: TestStation;
let officer: StationClient;
let citizen: StationClient;
const refused = (code: string) => expect.objectContaining({ code });

beforeEach(async () => {
  station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  officer = await station.signedIn();
  citizen = station.face('self-service').client;
});

async function submitted() {
  const applicationId = await submitOne(officer);
  const { application } = await officer.registration.application({ applicationId });
  return { applicationId, trackingCode: application.trackingCode };
}

test('a receipt’s code tells where it stands, with initials and nothing else of the person', async () => {
  const { trackingCode } = await submitted();
  const status = await citizen.selfService.status({ trackingCode });
  expect(status).toMatchObject({
    trackingCode,
    initials: 'S. S. R.',
    serviceKey: SERVICE,
    stageKey: 'stored-offline',
    collectBefore: null,
    appointment: null,
    heardAt: null,
  });
  expect(status.product?.fee.amount).toBeGreaterThan(0);
  const told = JSON.stringify(status);
  const { values } = loadSpecimens()[0] ?? { values: {} };
  const longValues = Object.values(values).filter((value) => String(value).length > 8);
  expect(longValues.length).toBeGreaterThan(3);
  for (const value of longValues) expect(told).not.toContain(String(value));
});

test('what central said is told as it is: what is wanted, and until when to collect', async () => {
  const { applicationId, trackingCode } = await submitted();
  const since = Date.UTC(2026, 10, 2, 3);
  const status = { applicationId, trackingCode, since, remark: null, fieldRemarks: {} };
  const tell = (change: object) =>
    station.inspect((store) =>
      store.transaction((database) =>
        receiveStatuses(database, [{ ...status, stageKey: 'ready', ...change }]),
      ),
    );
  await tell({});
  citizen = station.face('self-service').client;
  const ready = await citizen.selfService.status({ trackingCode });
  expect(ready).toMatchObject({ stageKey: 'ready', since });
  // The whole of the thirtieth day after 2 November in WIB, which is 2 December.
  expect(ready.collectBefore).toBe(Date.UTC(2026, 11, 2, 17) - 1);
  const appointment = { at: since + 86_400_000, place: 'Kantor Imigrasi Kotabumi' };
  await tell({ stageKey: 'scheduled', appointment });
  citizen = station.face('self-service').client;
  expect((await citizen.selfService.status({ trackingCode })).appointment).toEqual(appointment);
  await tell({
    stageKey: 'needs-correction',
    remark: 'Foto KTP buram.',
    fieldRemarks: { 'identity-card.front': 'Ulangi.', 'identity.birthPlace': 'Salah tulis.' },
  });
  citizen = station.face('self-service').client;
  const returned = await citizen.selfService.status({ trackingCode });
  expect(returned.remark).toBe('Foto KTP buram.');
  expect(returned.remarkedFields.map(({ id }) => id)).toEqual(['KTP-el', 'Tempat lahir']);
  expect(returned.collectBefore).toBeNull();
});

test('codes cannot be guessed for long', async () => {
  const { trackingCode } = await submitted();
  const wrong = parseTrackingCode('LB-0000-0000-0') ?? '';
  for (let guess = 0; guess < 20; guess += 1)
    await expect(citizen.selfService.status({ trackingCode: wrong })).rejects.toEqual(refused('NOT_FOUND'));
  await expect(citizen.selfService.status({ trackingCode })).rejects.toEqual(refused('TOO_MANY_TRIES'));
  station.clock.advance(10 * 60_000);
  expect((await citizen.selfService.status({ trackingCode })).trackingCode).toBe(trackingCode);
});

test('the citizen’s face gets nothing of the officer’s', async () => {
  const applicationId = await submitOne(officer);
  await expect(citizen.registration.application({ applicationId })).rejects.toEqual(refused('FORBIDDEN'));
  await expect(citizen.queue.today({})).rejects.toEqual(refused('FORBIDDEN'));
  await expect(officer.selfService.status({ trackingCode: 'LB-0000-0000-0' })).rejects.toEqual(
    refused('FORBIDDEN'),
  );
});

test('a call for help reaches the counter and is ended from either side', async () => {
  expect(await officer.selfService.help()).toBeNull();
  const asked = await citizen.selfService.askForHelp();
  station.clock.advance(5_000);
  expect(await citizen.selfService.askForHelp()).toEqual(asked);
  expect(await officer.selfService.help()).toEqual(asked);
  await officer.selfService.endHelp();
  expect(await citizen.selfService.help()).toBeNull();
});

test('a guide is a paper in the ledger, in the language that was asked for', async () => {
  const printJobId = uuidv7();
  const guide: Guide = {
    kind: 'documents',
    serviceKey: SERVICE,
    ready: ['identity-card'],
    missing: ['old-passport'],
    pictured: ['identity-card'],
    unclear: ['family-card'],
  };
  await citizen.selfService.printGuide({ printJobId, guide, language: 'en' });
  await citizen.selfService.printGuide({ printJobId, guide, language: 'en' });
  const { rows } = await officer.printing.jobs({});
  expect(rows).toMatchObject([{ id: printJobId, kind: 'slip', label: 'MY DOCUMENTS', copy: 1 }]);
  expect(await citizen.selfService.paper({ printJobId })).toHaveProperty('state');
  const paper = await station.inspect((store) =>
    store.read.get<{ paper: string }>('SELECT paper FROM print_jobs WHERE id = ?', printJobId),
  );
  expect(paper?.paper).toContain('Old passport');
  expect(paper?.paper).toContain('Picture not clear');
  expect(paper?.paper).toContain('In force since');
});

test('the guide to a service says what is refused and what to do against it', async () => {
  const printJobId = uuidv7();
  await citizen.selfService.printGuide({
    printJobId,
    guide: { kind: 'service', serviceKey: SERVICE },
    language: 'id',
  });
  const { services } = (await officer.catalog.current()).catalog;
  const [reason] = services.find(({ key }) => key === SERVICE)?.refusals ?? [];
  const paper = await station.inspect((store) =>
    store.read.get<{ paper: string }>('SELECT paper FROM print_jobs WHERE id = ?', printJobId),
  );
  expect(paper?.paper).toContain('Penyebab ditolak');
  expect(paper?.paper).toContain(`${reason?.name.id}. ${reason?.explanation.id}`);
});

test('the paper of a receipt is not the touchscreen’s to ask about', async () => {
  await submitOne(officer);
  const [receipt] = (await officer.printing.jobs({})).rows;
  await expect(citizen.selfService.paper({ printJobId: receipt?.id ?? '' })).rejects.toEqual(
    refused('NOT_FOUND'),
  );
});
