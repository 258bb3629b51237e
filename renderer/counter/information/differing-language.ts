import type { ChangedPart } from '../../../contract/domain/catalog-change.ts';
import type { Language } from '../../../contract/domain/localized.ts';

/** The language to show a part in: the one in use, and the other where only that one's words changed. Pure. */
export function differingLanguage({ before, after }: ChangedPart, inUse: Language): Language {
  const other = inUse === 'id' ? 'en' : 'id';
  const isSame =
    before?.kind === 'text' && after?.kind === 'text' && before.text[inUse] === after.text[inUse];
  return isSame ? other : inUse;
}
