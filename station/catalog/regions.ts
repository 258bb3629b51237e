import type { Village } from '../../contract/domain/region.ts';
import { onFirstUse } from '../on-first-use.ts';
import type { RegionFile } from './resources.ts';

/** Kemendagri code of Kabupaten Lampung Barat. Its BPS code, 1801, means another place here. */
export const LAMPUNG_BARAT = '18.04';

/** Regencies of Lampung that call a village *pekon*: Lampung Barat, Tanggamus, Pringsewu, Pesisir Barat. */
const PEKON_REGENCIES = new Set(['18.04', '18.06', '18.10', '18.13']);

export interface Regions {
  hasProvince(code: string): boolean;
  hasRegency(code: string): boolean;
  hasDistrict(code: string): boolean;
  /** A district of Lampung Barat that left for Pesisir Barat in 2012: its NIKs stay valid for life. */
  isLegacyDistrict(code: string): boolean;
  village(code: string): Village | null;
  villages(): readonly Village[];
}

/** The places of Indonesia. @param read called once, when the first place is asked for */
export function createRegions(read: () => RegionFile): Regions {
  const places = onFirstUse(() => indexPlaces(read()));
  return {
    hasProvince: (code) => places().provinces.has(code),
    hasRegency: (code) => places().regencies.has(code),
    hasDistrict: (code) => places().districts.has(code),
    isLegacyDistrict: (code) => places().legacy.has(code),
    village: (code) => places().byCode.get(code) ?? null,
    villages: () => places().villages,
  };
}

function indexPlaces(file: RegionFile) {
  const provinces = new Map(file.provinces);
  const regencies = new Map(file.regencies);
  const districts = new Map(file.districts);
  const legacy = new Set(file.legacyDistricts);
  const villages = file.villages.map(([code, name, postalCode]): Village => {
    const regency = code.slice(0, 5);
    return {
      code,
      name,
      district: districts.get(code.slice(0, 8)) ?? '',
      regency: regencies.get(regency) ?? '',
      province: provinces.get(code.slice(0, 2)) ?? '',
      kind: villageKind(code, regency),
      ...(postalCode === null ? {} : { postalCode }),
    };
  });
  const byCode = new Map(villages.map((village) => [village.code, village]));
  return { provinces, regencies, districts, legacy, villages, byCode };
}

/** Village numbers from 1001 are kelurahan, from 2001 villages under their own head. */
function villageKind(code: string, regency: string): Village['kind'] {
  if (code.charAt(9) === '1') return 'kelurahan';
  return PEKON_REGENCIES.has(regency) ? 'pekon' : 'desa';
}
