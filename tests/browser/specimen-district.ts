import { issueEnrolment } from '../../central/stations/enrolments.ts';
import { enrolSpecimenStation } from '../../central/testing/specimen-station.ts';
import { startTestCentral } from '../../central/testing/start-test-central.ts';
import { walkApplication } from '../../central/testing/walk-application.ts';
import type { Application } from '../../contract/domain/application.ts';
import { createRandom } from '../../drivers/virtual/camera/scene-canvas.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { inventFeedback } from './specimen-feedback.ts';
import { drawSpecimenPictures } from './specimen-pictures.ts';

/** A Tuesday morning, 10.05 WIB. */
export const NOW = Date.UTC(2026, 10, 24, 3, 5);
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const DAYS = 45;

const HALLS = [
  { name: 'Balai Pekon Kubu Perahu', village: '18.04.04.2002' },
  { name: 'Balai Pekon Simpangsari', village: '18.04.05.2001' },
  { name: 'Balai Pekon Srimulyo', village: '18.04.23.2002' },
  { name: 'Balai Pekon Kenali', village: '18.04.06.2001' },
  { name: 'Balai Pekon Suka Marga', village: '18.04.09.2003' },
] as const;
const GIVEN = [
  'SITI',
  'BUDI',
  'ROHANA',
  'YOHANES',
  'SUPARTI',
  'AGUS',
  'DEWI',
  'MARIA',
  'NUR',
  'SLAMET',
] as const;
const REST = ['RAHAYU', 'PUTRA', 'LESTARI', 'WIBOWO', 'HANDAYANI', 'PRATAMA', 'KUSUMA', ''] as const;
const WAY = [
  'document-check',
  'scheduled',
  'awaiting-payment',
  'paid',
  'biometrics',
  'interview',
  'verification',
] as const;
const END = ['adjudication', 'printing', 'ready', 'collected'] as const;

export interface SpecimenDistrict {
  readonly url: string;
  /** One that has arrived with its pictures and waits to be checked. */
  readonly fresh: Application;
  /** Of one whose interview is over. */
  readonly trackingCode: string;
  /** A kiosk that says something while somebody looks. */
  readonly station: Hall['station'];
  /** What central could not do, which is nothing. */
  readonly failures: readonly unknown[];
  close(): Promise<void>;
}

type Hall = (typeof HALLS)[number] & { readonly station: Awaited<ReturnType<typeof enrolSpecimenStation>> };

/** Central with some weeks of invented applications from five village halls, the same ones every time. */
export async function startSpecimenDistrict(applications = 130): Promise<SpecimenDistrict> {
  let now = NOW - DAYS * DAY;
  const random = createRandom(18_04);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const central = await startTestCentral(undefined, { now: () => now });
  const stations: Hall[] = [];
  for (const hall of HALLS) {
    const { code } = await issueEnrolment(
      central.database,
      { name: hall.name, villageCode: hall.village },
      now,
    );
    stations.push({ ...hall, station: await enrolSpecimenStation(central.url, code) });
  }

  async function submit(place: number, values: Application['values'], pictures: readonly Buffer[]) {
    const { station } = stations[place % stations.length] as (typeof stations)[number];
    const kinds = ['identity-card.front', 'old-passport.data', 'photo', 'signature'];
    const packet = await station.seal(pictures, (content) => ({
      ...content,
      application: {
        ...content.application,
        productKey: String(values['product.key'] ?? content.application.productKey),
        values,
        submittedAt: now - HOUR,
        consent: { ...content.application.consent, givenAt: now - HOUR },
        attachments: content.application.attachments.map((each, index) => ({
          ...each,
          kind: kinds[index] ?? 'photo',
        })),
        issues:
          pictures.length > 0
            ? [
                {
                  at: 'identity.nik',
                  step: 'identity',
                  severity: 'warn',
                  code: 'nik-legacy-district',
                  values: {},
                },
              ]
            : [],
      },
    }));
    await station.answersTo([packet.core]);
    if (pictures.length > 0) await station.sendBundle(packet.core.packetId, packet.bundle);
    return packet.content.application;
  }

  function invent(place: number): Application['values'] {
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const year = 1955 + Math.floor(random() * 50);
    return {
      'identity.fullName': `${pick(GIVEN)} SPESIMEN ${pick(REST)}`.trim(),
      'identity.nik': `180404${day}${month}${String(year).slice(2)}99${String(place % 100).padStart(2, '0')}`,
      'identity.birthDate': `${year}-${month}-${day}`,
      'contact.phone': `0812000001${String(place % 100).padStart(2, '0')}`,
      'address.village': place % 3 === 0 ? HALLS[0].village : pick(HALLS).village,
    };
  }

  /** Working days, 8 to 15 WIB, more lately than long ago. */
  function inventArrivals(): number[] {
    const arrivals: number[] = [];
    while (arrivals.length < applications) {
      const day = Math.floor((NOW - DAYS * DAY * random() ** 1.4) / DAY) * DAY;
      const at = day + Math.floor((1 + 7 * random()) * HOUR);
      const weekday = new Date(at).getUTCDay();
      if (weekday !== 0 && weekday !== 6 && at < NOW - 4 * HOUR) arrivals.push(at);
    }
    return arrivals.sort((left, right) => left - right);
  }

  function inventStages(place: number): readonly string[] {
    if (place % 17 === 5) return ['document-check', 'needs-correction'];
    return [...WAY, ...END].slice(0, Math.floor(random() * 14));
  }

  let trackingCode = '';
  for (const [place, arrived] of inventArrivals().entries()) {
    now = arrived;
    const application = await submit(place % HALLS.length, invent(place), []);
    let at = now;
    for (const stage of inventStages(place)) {
      at += Math.round((0.3 + 2.2 * random()) * DAY * (stage === 'scheduled' || stage === 'ready' ? 1.6 : 1));
      if (at > NOW) break;
      await walkApplication(central.database, application.id, [stage], at);
      if (stage === 'verification' && NOW - at < 3 * DAY) trackingCode = application.trackingCode;
    }
  }

  now = NOW - 3 * HOUR;
  const specimen = loadSpecimens()[0];
  if (!specimen) throw new Error('no specimen citizen');
  const fresh = await submit(0, specimen.values, await drawSpecimenPictures(specimen.person));
  if (trackingCode === '') {
    const other = await submit(1, invent(1), []);
    await walkApplication(central.database, other.id, ['document-check', 'interview', 'verification'], now);
    ({ trackingCode } = other);
  }
  await inventContacts();
  const stationIds = stations.map(({ station }) => station.enrolment.stationId);
  const complaints = await inventFeedback(central.database, stationIds, now, random);
  const [, , portrait] = await drawSpecimenPictures(specimen.person);
  const picture = { plain: portrait ?? Buffer.alloc(0), contentType: 'image/png' };
  await stations[2]?.station.sendMedium(complaints[2] ?? '', picture);
  now = NOW;

  /** Open by day, shut at night; one hall without a line for some days, one silent since the weekend. */
  async function inventContacts() {
    await central.database.query('DELETE FROM station_contacts');
    const hour = Math.floor(NOW / HOUR);
    for (const [place, { station }] of stations.entries()) {
      const id = station.enrolment.stationId;
      const heard = Array.from({ length: 14 * 24 }, (_, back) => hour - back).filter((each) => {
        const local = (each + 7) % 24;
        const daysAgo = Math.floor((hour - each) / 24);
        if (place === 2 && daysAgo >= 4 && daysAgo <= 6) return false;
        if (place === 4 && daysAgo < 3) return false;
        return local >= 7 + (place % 2) && local < 16 && random() > 0.06;
      });
      for (const each of heard) {
        const month = new Date(each * HOUR).getUTCFullYear() * 100 + new Date(each * HOUR).getUTCMonth() + 1;
        await central.database.query('INSERT INTO station_contacts VALUES ($1, $2, $3)', [id, month, each]);
      }
      const last = Math.max(...heard) * HOUR;
      await central.database.query('UPDATE station_feeds SET last_contact_at = $2 WHERE station_id = $1', [
        id,
        last,
      ]);
    }
  }

  const [first] = stations;
  if (!first) throw new Error('no hall');
  const { url, failures, close } = central;
  return { url, fresh, trackingCode, station: first.station, failures, close };
}
