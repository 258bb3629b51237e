import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { Choices } from '../frame/Choices.tsx';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import type { AnswerEntryProps } from './AnswerEntry.tsx';
import styles from './Application.module.css';

const LONGEST_QUERY = 80;
/** As many as stand beside the keys of a lying screen. */
const SHOWN = 3;

/** A village by a few of its letters; of equal names the district tells which. Touching one is the answer. */
export function VillageEntry({ field, value, onChoose, children }: AnswerEntryProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const { queries } = useStation();
  const [query, setQuery] = useState('');
  const chosen = useQuery(
    queries.catalog.village.queryOptions({ input: { code: value }, enabled: value !== '' }),
  ).data;
  const found = useQuery(
    queries.catalog.searchVillages.queryOptions({
      input: { query: useDeferredValue(query).slice(0, LONGEST_QUERY), limit: SHOWN },
      placeholderData: keepPreviousData,
    }),
  ).data;
  const label = local(field.label);
  return (
    <TextEntry
      label={t('flow.villagePlaceholder')}
      name={label}
      value={query}
      onChange={setQuery}
      longest={LONGEST_QUERY}
      lines={1}
    >
      {chosen && value !== '' ? (
        <p className={styles.odd}>
          {t('self.applyChosen')}: {t(`flow.villageKind.${chosen.kind}`)} {chosen.name}
        </p>
      ) : null}
      {found?.length === 0 ? <p role="status">{t('flow.villageNotFound')}</p> : null}
      <Choices
        label={label}
        choices={(found ?? []).map((village) => ({
          key: village.code,
          label: `${t(`flow.villageKind.${village.kind}`)} ${village.name}`,
          detail: t('flow.district', { district: village.district, regency: village.regency }),
          onPress: () => onChoose(village.code),
        }))}
      />
      {children}
    </TextEntry>
  );
}
