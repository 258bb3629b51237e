import { isDeepStrictEqual } from 'node:util';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import type { Localized } from '../../../contract/domain/localized.ts';
import type { ChangePlace } from './compare-items.ts';
import { text, texts } from './values.ts';

/**
 * A list of sentences without keys. Two at the same place of which neither stands elsewhere are one that changed; the
 * others are new or gone. Where nothing is, the order is what changed. Pure.
 */
export function compareSteps(
  place: ChangePlace,
  before: readonly Localized[],
  after: readonly Localized[],
): CatalogChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  const isNew = (step: Localized | undefined) => step !== undefined && !has(before, step);
  const isGone = (step: Localized | undefined) => step !== undefined && !has(after, step);
  const number = (index: number) => String(index + 1);
  const found = after.flatMap((step, index): CatalogChange[] => {
    if (!isNew(step)) return [];
    const former = before[index];
    if (!isGone(former)) return [{ ...place, kind: 'added', key: number(index), name: step, parts: [] }];
    const parts = [{ part: 'text' as const, before: text(former), after: text(step) }];
    return [{ ...place, kind: 'changed', key: number(index), name: null, parts }];
  });
  const gone = before.flatMap((step, index): CatalogChange[] =>
    isGone(step) && !isNew(after[index])
      ? [{ ...place, kind: 'removed', key: number(index), name: step, parts: [] }]
      : [],
  );
  if (found.length + gone.length > 0) return [...found, ...gone];
  const parts = [{ part: 'order' as const, before: texts(before), after: texts(after) }];
  return [{ ...place, kind: 'changed', key: 'order', name: null, parts }];
}

function has(steps: readonly Localized[], step: Localized): boolean {
  return steps.some((each) => isDeepStrictEqual(each, step));
}
