import { isDeepStrictEqual } from 'node:util';
import type {
  CatalogChange,
  ChangedPart,
  ChangedPartName,
  ChangedValue,
} from '../../../contract/domain/catalog-change.ts';
import type { Localized } from '../../../contract/domain/localized.ts';

/** Where changes belong: the topic, the service and the day. */
export type ChangePlace = Pick<CatalogChange, 'topic' | 'serviceKey' | 'serviceName' | 'since'>;

/** What of one thing people read, part by part. */
export type Description = readonly (readonly [ChangedPartName, ChangedValue | null])[];

export interface Keyed<Item> {
  readonly key: (item: Item) => string;
  readonly name: (item: Item) => Localized | null;
  readonly describe: (item: Item) => Description;
}

/** Things with keys of their own: those of after in their order, then those that are gone. Pure. */
export function compareKeyed<Item>(
  place: ChangePlace,
  before: readonly Item[],
  after: readonly Item[],
  { key, name, describe }: Keyed<Item>,
): CatalogChange[] {
  const old = new Map(before.map((item) => [key(item), item]));
  const kept = new Set(after.map(key));
  const one = (kind: CatalogChange['kind'], item: Item, parts: ChangedPart[]): CatalogChange => ({
    ...place,
    kind,
    key: key(item),
    name: name(item),
    parts,
  });
  const found = after.flatMap((item) => {
    const former = old.get(key(item));
    if (former === undefined) return [one('added', item, [])];
    const parts = changedParts(describe(former), describe(item));
    return parts.length === 0 ? [] : [one('changed', item, parts)];
  });
  const gone = before.filter((item) => !kept.has(key(item))).map((item) => one('removed', item, []));
  return [...found, ...gone];
}

/** One thing that is always there, such as the warning against fraud. Pure. */
export function compareOne(
  place: ChangePlace,
  name: Localized | null,
  before: Description,
  after: Description,
): CatalogChange[] {
  const parts = changedParts(before, after);
  return parts.length === 0 ? [] : [{ ...place, kind: 'changed', key: place.topic, name, parts }];
}

/** Both descriptions name the same parts in the same order. */
function changedParts(before: Description, after: Description): ChangedPart[] {
  return after.flatMap(([part, value], place) => {
    const former = before[place]?.[1] ?? null;
    return isDeepStrictEqual(former, value) ? [] : [{ part, before: former, after: value }];
  });
}
