import MiniSearch from 'minisearch';
import type { Village } from '../../contract/domain/region.ts';
import { LAMPUNG_BARAT } from './regions.ts';

/** Liwa's district, listed while nothing is typed: the county's seat, until a station is told its own district. */
const HOME_DISTRICT = '18.04.04';
/** A pekon of the county beats an equal name elsewhere, and a slip of spelling here beats one there. */
const HOME_BOOST = 4;
/** One wrong letter in four. */
const FUZZINESS = 0.25;
/** A one-letter slip in a word shorter than this is another word. */
const SHORTEST_FUZZY_WORD = 4;

export interface VillageSearch {
  search(query: string, limit: number): Village[];
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly joinedName: string;
  readonly district: string;
  readonly joinedDistrict: string;
  readonly regency: string;
}

/** Fuzzy search by the beginnings of words; kecamatan may be typed too. Indexing takes some tens of milliseconds. */
export function createVillageSearch(villages: readonly Village[]): VillageSearch {
  const byCode = new Map(villages.map((village) => [village.code, village]));
  const index = new MiniSearch<Entry>({
    idField: 'code',
    fields: ['name', 'joinedName', 'district', 'joinedDistrict', 'regency'],
    processTerm: foldSpelling,
  });
  index.addAll(villages.map(toEntry));

  function atHome(limit: number): Village[] {
    return villages.filter((village) => village.code.startsWith(HOME_DISTRICT)).slice(0, limit);
  }

  return {
    search(query, limit) {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return atHome(limit);
      const typed = { queries: words, combineWith: 'AND' as const };
      const joined = words.length > 1 ? [words.join('')] : [];
      const results = index.search(
        { queries: [typed, ...joined], combineWith: 'OR' },
        {
          prefix: true,
          fuzzy: (term) => (term.length >= SHORTEST_FUZZY_WORD ? FUZZINESS : false),
          boost: { name: 3, joinedName: 2 },
          boostDocument: (code) => (String(code).startsWith(LAMPUNG_BARAT) ? HOME_BOOST : 1),
        },
      );
      return results.slice(0, limit).flatMap(({ id }) => byCode.get(String(id)) ?? []);
    },
  };
}

function toEntry({ code, name, district, regency }: Village): Entry {
  const joined = (text: string) => text.replaceAll(/\s+/g, '');
  return { code, name, joinedName: joined(name), district, joinedDistrict: joined(district), regency };
}

/** One spelling for what is written several ways: Pajar and Fajar, Negeri and Negri, Soeoh and Suoh. */
function foldSpelling(term: string): string {
  return term
    .toLowerCase()
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll(/[fv]/g, 'p')
    .replace(/^neg(e?)ri$/, 'negri');
}
