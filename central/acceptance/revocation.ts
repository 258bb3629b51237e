import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMonths } from '../database/months.ts';
import { receiveCarryFile } from '../hand-carry/receive-file.ts';
import { loadCentralKeys } from '../keys/central-keys.ts';
import { createReception } from '../packets/receive-packet.ts';
import { enrolCommand } from '../process/enrol-command.ts';
import { stationCommand } from '../process/station-command.ts';
import { enrolStation } from '../stations/enrolments.ts';
import { createBrowser } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { carryFile, inPieces } from '../testing/specimen-carry.ts';
import { enrolSpecimenStation, silentStation } from '../testing/specimen-station.ts';
import { CODE, RESOURCES, startTestCentral } from '../testing/start-test-central.ts';

/** A station the office has revoked: nothing of it is taken, and it goes on where it was once it is enrolled again. */
export function describeRevocation(openDatabase: OpenDatabase): void {
  describe('revocation', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let number = 0;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase());
      station = await enrolSpecimenStation(central.url, CODE);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function command(action: string) {
      const lines: string[] = [];
      const options = { station: station.enrolment.stationId };
      await stationCommand(central.database, action, options, (line) => lines.push(line));
      return lines.map((line) => JSON.parse(line));
    }

    async function newCode(): Promise<string> {
      const lines: string[] = [];
      const options = { station: station.enrolment.stationId, resourcesFolder: RESOURCES };
      await enrolCommand(central.database, options, (line) => lines.push(line));
      return JSON.parse(lines[0] ?? '').code;
    }

    async function carried(
      packets: Awaited<ReturnType<typeof station.seal>>[],
      enrolment: string | null = null,
    ) {
      const { database, bundles } = central;
      const keys = await loadCentralKeys(database);
      const now = Date.now;
      const reception = createReception({ database, months: createMonths(database), bundles, keys, now });
      number += 1;
      const bytes = carryFile(station, number, packets, (head) => ({ ...head, enrolment }));
      return await receiveCarryFile({ database, reception, keys, now }, inPieces(bytes));
    }

    test('every door of the line, and a carried file, is closed with the reason; what came before stays', async () => {
      const before = await station.seal([randomBytes(50)]);
      const after = await station.seal([randomBytes(60)]);
      await station.answersTo([before.core]);
      expect(await command('revoke')).toMatchObject([{ revoked: expect.stringContaining('T') }]);
      await expect(command('revoke')).rejects.toThrow('revoked already');
      const authorization = await station.authorization();
      const asked = await Promise.all([
        station.sendBatch([after.core]),
        fetch(`${central.url}/v1/changes?cursor=`, { headers: { authorization } }),
        fetch(`${central.url}/v1/missing-packets`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ packetIds: [before.core.packetId] }),
        }),
        fetch(`${central.url}/v1/packets/${before.core.packetId}/bundle`, {
          method: 'PATCH',
          headers: { authorization, 'upload-offset': '0' },
          body: new Uint8Array(before.bundle),
        }),
      ]);
      for (const response of asked)
        expect([response.status, await response.json()]).toMatchObject([403, { code: 'STATION_REVOKED' }]);
      expect(await carried([after])).toEqual({ outcome: 'refused', reason: 'station-revoked' });
      expect(await central.database.query('SELECT 1 FROM packet_receipts')).toHaveLength(1);
      expect(await command('list')).toMatchObject([{ revoked: expect.stringContaining('T') }]);
      const browser = createBrowser(central.url);
      await browser.signIn();
      expect((await browser.read('/petugas/dasbor')).text).toContain('Dicabut');
    });

    test('its first code brings it back no more; a new one does, for the same machine alone, under the same id', async () => {
      const { stationId } = station.enrolment;
      const [row] = await central.database.query('SELECT signing_key FROM stations WHERE id = $1', [
        stationId,
      ]);
      const { x } = Object(row?.signing_key);
      const request = (code: string, key: string = x) =>
        ({ code, stationName: 'x', signingKey: { kty: 'OKP', crv: 'Ed25519', x: key } }) as const;
      const enrol = (code: string, key?: string) =>
        enrolStation(central.database, request(code, key), Date.now());
      expect(await enrol(CODE)).toBeNull();
      const code = await newCode();
      expect(await enrol(code, 'A'.repeat(43))).toBeNull();
      expect([await enrol(code), await enrol(code)]).toEqual([stationId, stationId]);
      const packet = await station.seal([]);
      expect(await station.answersTo([packet.core])).toMatchObject([{ outcome: 'acknowledged' }]);
      await expect(newCode()).rejects.toThrow('not revoked');
    });

    test('a carried file that holds the new code brings it back without a line', async () => {
      await command('revoke');
      const stranger = await silentStation(station.enrolment);
      const packet = await station.seal([]);
      const code = await newCode();
      // The request is sealed, so whoever copies it has another key.
      expect(await carried([packet], await stranger.request(code))).toMatchObject({
        reason: 'station-revoked',
      });
      expect(await carried([packet], await station.request(code))).toMatchObject({
        outcome: 'received',
        file: { acknowledged: 1 },
      });
      expect((await station.sendBatch([packet.core])).status).toBe(200);
    });
  });
}
