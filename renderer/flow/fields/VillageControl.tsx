import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Village } from '../../../contract/domain/region.ts';
import { ComboSearch } from '../../design/ComboSearch.tsx';
import { useStation } from '../../system/station-context.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './VillageControl.module.css';

const LONGEST_QUERY = 80;
/** Stands in the box until the name of the chosen village is known: an empty box would be given the focus and open its list. */
const NAME_COMES = '…';

/** A pekon, found by a few letters in the station's list and always shown with its kecamatan. */
export function VillageControl({ field, words, value, onChange, onFocus, onBlur }: ControlProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<Village | null>(null);
  const known = picked?.code === value;
  const fetched = useQuery(
    queries.catalog.village.queryOptions({ input: { code: value }, enabled: value !== '' && !known }),
  ).data;
  const chosen = known ? picked : fetched;
  const found = useQuery(
    queries.catalog.searchVillages.queryOptions({
      input: { query: useDeferredValue(typed ?? '').slice(0, LONGEST_QUERY) },
      placeholderData: keepPreviousData,
    }),
  ).data;
  const name = useCallback(
    (village: Village) =>
      t('flow.village', {
        kind: t(`flow.villageKind.${village.kind}`),
        name: village.name,
        district: village.district,
      }),
    [t],
  );
  /** The same list as long as it says the same: the box builds everything in it anew for another one. */
  const choices = useMemo(
    () =>
      (found ?? []).map((village) => ({
        key: village.code,
        text: name(village),
        view: <VillageView village={village} />,
      })),
    [found, name],
  );

  function type(text: string): void {
    if (value !== '' && chosen && text === name(chosen)) {
      setTyped(null);
      return;
    }
    setTyped(text);
    if (text === '' && value !== '') onChange('');
  }

  function chosenName(): string {
    if (value === '') return '';
    if (chosen) return name(chosen);
    return chosen === undefined ? NAME_COMES : '';
  }

  return (
    <ComboSearch
      {...words}
      name={field.key}
      query={typed ?? chosenName()}
      onQuery={type}
      value={value || null}
      found={choices}
      onChoose={(code) => {
        setPicked(found?.find((village) => village.code === code) ?? null);
        setTyped(null);
        onChange(code);
      }}
      onFocus={onFocus}
      onBlur={() => {
        if (value !== '') setTyped(null);
        onBlur();
      }}
      openWords={t('flow.villageList')}
      nothingFound={t('flow.villageNotFound')}
      placeholder={t('flow.villagePlaceholder')}
    />
  );
}

function VillageView({ village }: { village: Village }) {
  const { t } = useTranslation();
  return (
    <span className={styles.village}>
      <span className={styles.name}>
        {t(`flow.villageKind.${village.kind}`)} {village.name}
      </span>
      <span className={styles.district}>
        {t('flow.district', { district: village.district, regency: village.regency })}
      </span>
    </span>
  );
}
