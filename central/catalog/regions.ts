import { readFileSync } from 'node:fs';
import { z } from 'zod';

const regionsSchema = z.object({
  districts: z.array(z.tuple([z.string(), z.string()])),
  villages: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
});

/** Kabupaten Lampung Barat (Kepmendagri): the pekon whose halls have a kiosk. */
const SERVED = '18.04.';

export interface Village {
  /** Kemendagri code, such as `18.04.04.2002`. */
  readonly code: string;
  readonly name: string;
}

export interface District {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly Village[];
}

export interface Regions {
  /** The kecamatan of Lampung Barat with their pekon, by name. */
  readonly districts: readonly District[];
  /** `Kubu Perahu, Kec. Balik Bukit`: eight names occur twice, so the kecamatan is never left out. A code that is not known is shown as it is. */
  readonly villageName: (code: string) => string;
}

/** Reads `regions.json` of the resources folder. */
export function readRegions(path: string): Regions {
  const { districts, villages } = regionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const districtNames = new Map(districts);
  const villageNames = new Map(villages.map(([code, name]) => [code, name]));
  const byName = (left: { name: string }, right: { name: string }) =>
    left.name.localeCompare(right.name, 'id');
  return {
    districts: districts
      .filter(([code]) => code.startsWith(SERVED))
      .map(([code, name]) => ({
        code,
        name,
        villages: villages
          .filter(([village]) => village.startsWith(`${code}.`))
          .map(([village, villageName]) => ({ code: village, name: villageName }))
          .sort(byName),
      }))
      .sort(byName),
    villageName(code) {
      const name = villageNames.get(code);
      const district = districtNames.get(code.slice(0, 8));
      return name !== undefined && district !== undefined ? `${name}, Kec. ${district}` : code;
    },
  };
}
