import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../design/ChoiceCards.tsx';
import { useLocalized } from '../../system/language.ts';
import type { ControlProps } from './control-props.ts';

/** One of the options of the catalog. */
export function ChoiceControl({ field, words, value, onChange }: ControlProps) {
  const local = useLocalized();
  return (
    <ChoiceCards
      {...words}
      name={field.key}
      choices={(field.options ?? []).map(({ key, label }) => ({ key, label: local(label) }))}
      value={value || null}
      onChange={onChange}
    />
  );
}

/** Yes or no. */
export function ConfirmationControl({ field, words, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  return (
    <ChoiceCards
      {...words}
      name={field.key}
      choices={[
        { key: 'true', label: t('common.yes') },
        { key: 'false', label: t('common.no') },
      ]}
      value={value || null}
      onChange={onChange}
    />
  );
}
