import { useTranslation } from 'react-i18next';
import type { Step } from '../../contract/domain/form.ts';
import { useNotices } from '../design/Notices.tsx';
import { useLocalized } from '../system/language.ts';
import { useScans } from '../system/scans.tsx';
import type { Autosave, Values } from './autosave.ts';
import { placeScan } from './scan-field.ts';
import { visibleFields } from './visible-fields.ts';

/** Scanned cards and passports fill the field of the step that takes them. */
export function useStepScans(step: Step | undefined, values: Values, autosave: Autosave): void {
  const { t } = useTranslation();
  const local = useLocalized();
  const notify = useNotices();
  useScans('step', (meaning) => {
    const focused = document.activeElement?.getAttribute('name') ?? null;
    const place = placeScan(meaning, step ? visibleFields(step, values) : [], values, focused);
    if (place.kind === 'none') return false;
    if (place.kind === 'choose') notify({ tone: 'warn', text: t('scan.choose') });
    else {
      autosave.change({ [place.field.key]: place.value });
      notify({ tone: 'good', text: t('scan.filled', { field: local(place.field.label) }) });
    }
    return true;
  });
}
