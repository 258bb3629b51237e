import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { compactDecrypt, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kioskOfficersSchema } from '../../contract/central/downlink.ts';
import type { PublicKey } from '../../contract/central/enrolment.ts';
import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import { catalogInForce, publishCatalog } from '../catalog/catalogs.ts';
import { changesAfter } from '../downlink/changes.ts';
import { type KioskOfficerOptions, kioskOfficerCommand } from '../process/kiosk-officer-command.ts';
import { type StationSettingsOptions, stationSettingsCommand } from '../process/station-settings-command.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, RESOURCES, startTestCentral } from '../testing/start-test-central.ts';

const catalog: Catalog = catalogSchema.parse(
  JSON.parse(readFileSync(join(RESOURCES, 'catalog.json'), 'utf8')),
);
/** 23.59 WIB; midnight in WIB is 17.00 UTC. */
const EVENING = Date.UTC(2026, 10, 24, 16, 59);
const MIDNIGHT = Date.UTC(2026, 10, 24, 17);

function makeReceivingKey() {
  const { x = '', d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const publicKey: PublicKey = { kty: 'OKP', crv: 'X25519', x };
  return { publicKey, privateKey: { ...publicKey, d } };
}

/** What central sends down to a kiosk beside statuses. */
export function describeDownlink(openDatabase: OpenDatabase): void {
  describe('downlink', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let stationId: string;
    const receiving = makeReceivingKey();

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), { now: () => EVENING });
      station = await enrolSpecimenStation(central.url, CODE);
      ({ stationId } = station.enrolment);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    const changes = (cursor: string, now = EVENING) =>
      changesAfter(central.database, { stationId, cursor, now, receivingKey: null });

    const told = (cursor: string) =>
      changesAfter(central.database, { stationId, cursor, now: EVENING, receivingKey: receiving.publicKey });

    async function openOfficers(sealed: string | null | undefined) {
      const { plaintext } = await compactDecrypt(
        sealed ?? '',
        await importJWK(receiving.privateKey, 'ECDH-ES'),
      );
      return kioskOfficersSchema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
    }

    async function officerCommand(action: string, options: KioskOfficerOptions) {
      const lines: string[] = [];
      await kioskOfficerCommand(central.database, action, { station: stationId, ...options }, (line) =>
        lines.push(line),
      );
      return lines.map((line) => JSON.parse(line));
    }

    test('officers go down sealed, with the starting PIN as a hash; a change or a revocation brings the list again', async () => {
      const [added] = await officerCommand('add', { name: 'Rizal Spesimen', role: 'supervisor' });
      expect(added.pin).toMatch(/^\d{6}$/);
      const first = await told('');
      expect(JSON.stringify(first)).not.toMatch(/Rizal|argon2/);
      const [officer] = await openOfficers(first.officers);
      expect(officer).toMatchObject({
        id: added.officer,
        name: 'Rizal Spesimen',
        role: 'supervisor',
        revokedAt: null,
      });
      expect(await verify(officer?.pinHash ?? '', added.pin)).toBe(true);
      expect((await told(first.cursor)).officers).toBeNull();

      const [changed] = await officerCommand('change', {
        officer: added.officer,
        role: 'officer',
        newPin: true,
      });
      const second = await told(first.cursor);
      const [after] = await openOfficers(second.officers);
      expect(after).toMatchObject({ name: 'Rizal Spesimen', role: 'officer' });
      expect(await verify(after?.pinHash ?? '', changed.pin)).toBe(true);

      await officerCommand('revoke', { officer: added.officer });
      const third = await told(second.cursor);
      expect((await openOfficers(third.officers))[0]?.revokedAt).toBeGreaterThan(0);
      await expect(officerCommand('revoke', { officer: added.officer })).rejects.toThrow('no such officer');
      const listed = await officerCommand('list', {});
      expect(listed).toMatchObject([{ officer: added.officer, revoked: expect.stringContaining('T') }]);
      expect(JSON.stringify(listed)).not.toContain('argon2');
    });

    test('what makes no officer is refused', async () => {
      for (const [action, options, words] of [
        ['add', { name: 'Rizal Spesimen', role: 'mayor' }, '--role'],
        ['add', { name: ' ', role: 'officer' }, '--name'],
        ['add', { station: 'nowhere', name: 'Rizal Spesimen', role: 'officer' }, 'no such kiosk'],
        ['change', { name: 'Rizal Spesimen' }, '--officer'],
        ['promote', {}, 'add, change, revoke or list'],
      ] as const)
        await expect(officerCommand(action, options)).rejects.toThrow(words);
    });

    test('settings go down by parts, each with the version of when the office set it', async () => {
      const set = async (options: StationSettingsOptions) => {
        const lines: string[] = [];
        await stationSettingsCommand(central.database, { station: stationId, ...options }, (line) =>
          lines.push(line),
        );
        return JSON.parse(lines[0] ?? '');
      };
      const nothing = await told('');
      expect([nothing.settings, (await told(nothing.cursor)).settings]).toEqual([null, null]);
      expect(await set({ budgetDay: '50', quiet: '21.00-05.00' })).toMatchObject({
        name: null,
        sending: { dailyBytes: 50_000_000, monthlyBytes: null, quietHours: { from: 1_260, until: 300 } },
      });
      const first = await told(nothing.cursor);
      expect(first.settings).toMatchObject({ name: null, sending: { value: { dailyBytes: 50_000_000 } } });
      await set({ name: 'Balai Pekon Kubu Perahu', paperWidth: '58', budgetMonth: '900', quiet: 'none' });
      const second = await told(first.cursor);
      expect(second.settings).toMatchObject({
        name: { value: 'Balai Pekon Kubu Perahu' },
        paperWidth: { value: 58 },
        sending: { value: { dailyBytes: 50_000_000, monthlyBytes: 900_000_000, quietHours: null } },
      });
      const { version = 0 } = second.settings?.sending ?? {};
      expect(version).toBeGreaterThan(first.settings?.sending?.version ?? 0);
      await set({ paperWidth: '80' });
      expect((await told(second.cursor)).settings?.sending?.version).toBe(version);
      expect((await told((await told(second.cursor)).cursor)).settings).toBeNull();
      for (const wrong of [
        { budgetDay: '0' },
        { quiet: '21-05' },
        { quiet: '05.00-05.00' },
        { paperWidth: '76' },
      ])
        await expect(set(wrong)).rejects.toThrow(RangeError);
    });

    test('hours without officers go down when the office sets them, and are given back to the kiosk', async () => {
      const set = (unattended: string) =>
        stationSettingsCommand(central.database, { station: stationId, unattended }, () => undefined);
      const before = await told('');
      expect(before.settings).not.toHaveProperty('unattended');
      await set('16.00-07.30,12.00-13.00');
      const first = await told(before.cursor);
      expect(first.settings?.unattended?.value).toEqual([
        { from: '16:00', to: '07:30' },
        { from: '12:00', to: '13:00' },
      ]);
      await set('none');
      const second = await told(first.cursor);
      expect(second.settings?.unattended?.value).toEqual([]);
      await set('kiosk');
      const third = await told(second.cursor);
      expect(third.settings).not.toBeNull();
      expect(third.settings).not.toHaveProperty('unattended');
      expect((await told(third.cursor)).settings).toBeNull();
      for (const wrong of ['', '16-7', '16.00-25.00', '07.30-07.30', '00.00-12.00,12.00-00.00'])
        await expect(set(wrong)).rejects.toThrow(RangeError);
    });

    test('a station of before is told neither and keeps its form of cursor', async () => {
      const page = await changes('');
      expect(Object.keys(page)).not.toEqual(expect.arrayContaining(['officers']));
      expect(page.cursor).toMatch(/^\d+\.\d+$/);
      const newer = await told(page.cursor);
      expect([newer.officers, newer.settings]).not.toContain(null);
      const older = await changes(newer.cursor);
      expect(older.cursor).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
      expect((await told(older.cursor)).officers).toBeNull();
    });

    test('a station tells its key for receiving with what it proves itself by', async () => {
      const signed = async (told: object) =>
        JSON.parse(
          Buffer.from((await station.changes('', told)).signed.split('.')[1] ?? '', 'base64url').toString(),
        );
      expect(await signed({})).not.toHaveProperty('officers');
      const { officers } = await signed({ receivingKey: receiving.publicKey });
      expect(await openOfficers(officers)).toHaveLength(1);
    });

    test('a catalog goes down before its day, after the one in force, and is in force from midnight WIB', async () => {
      const { version } = catalog;
      const publish = (next: Partial<Catalog>) =>
        publishCatalog(central.database, { ...catalog, ...next }, EVENING);
      await publish({ version: version + 1, effectiveFrom: '2026-11-25' });
      await publish({ version: version + 2, effectiveFrom: '2027-01-01' });
      const inForce = async (now: number) => (await catalogInForce(central.database, now)).version;
      expect([await inForce(EVENING), await inForce(MIDNIGHT)]).toEqual([version, version + 1]);
      expect(await inForce(0)).toBe(version);

      const pages = [];
      for (let cursor = '', more = true; more; ) {
        const page = await changes(cursor);
        ({ cursor, more } = page);
        pages.push(page.catalog?.version);
      }
      expect(pages).toEqual([version, version + 1, version + 2]);
      const late = await changes('', MIDNIGHT);
      expect([late.catalog?.version, late.more]).toEqual([version + 1, true]);
      expect(await changes(`0.${version + 2}`)).toMatchObject({ catalog: null, more: false });
    });
  });
}
