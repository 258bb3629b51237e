import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../contract/domain/draft.ts';
import { ReadPassport } from '../../cards/ReadPassport.tsx';
import { classNames } from '../../design/class-names.ts';
import { FieldNotes } from '../../design/FieldNotes.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { TextField } from '../../design/TextField.tsx';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './MrzControl.module.css';
import { joinMrz, MRZ_LINE_LENGTH, splitMrz } from './mrz-lines.ts';

/** Place of the first check digit in the second line (ICAO Doc 9303-4 §4.2.2). */
const FIRST_CHECK_DIGIT = 10;

/** The two machine-readable lines of a passport, with their check digits told while typing. */
export function MrzControl({
  field,
  words,
  value,
  onChange,
  onFocus,
  onBlur,
  draft,
}: ControlProps & { draft: Draft }) {
  const { t } = useTranslation();
  const id = useId();
  const { queries } = useStation();
  const format = useFormat();
  const lines = splitMrz(value);
  const begun = lines[0].length === MRZ_LINE_LENGTH && lines[1].length >= FIRST_CHECK_DIGIT;
  const isWhole = lines.every(({ length }) => length === MRZ_LINE_LENGTH);
  const reading = useQuery(
    queries.registration.readMrz.queryOptions({
      input: { text: value },
      enabled: begun,
      placeholderData: keepPreviousData,
    }),
  ).data;
  const box = (line: 0 | 1) => ({
    look: 'monospaced' as const,
    value: lines[line],
    onChange: (text: string) => onChange(joinMrz(lines, line, text)),
    onFocus,
    onBlur,
    aside: lines[line] ? `${lines[line].length}/${MRZ_LINE_LENGTH}` : undefined,
  });
  return (
    <Group aria-labelledby={id} className={classNames(styles.mrz)}>
      <p id={id} className={styles.legend}>
        {words.label} {words.aside ? <span className={styles.aside}>{words.aside}</span> : null}
      </p>
      {words.hint ? <p className={styles.hint}>{words.hint}</p> : null}
      {/* Above everything that comes and goes while typing, so that it stays under the finger. */}
      <ReadPassport draft={draft} lines={isWhole ? value : null} />
      <TextField {...box(0)} label={t('flow.mrzLine', { number: 1 })} name={field.key} placeholder="P<IDN…" />
      <TextField {...box(1)} label={t('flow.mrzLine', { number: 2 })} />
      {begun && reading ? (
        <div aria-live="polite" className={styles.reading}>
          <p className={styles.checks}>
            {reading.checks.map(({ part, valid }) => (
              <StatusPill key={part} tone={valid ? 'good' : 'bad'}>
                {t(`flow.mrzPart.${part}`)}
              </StatusPill>
            ))}
          </p>
          {reading.readable && reading.fullName ? (
            <p>
              {t('flow.mrzRead')} <strong>{reading.fullName}</strong>
              {reading.documentNumber ? ` · ${reading.documentNumber}` : null}
              {reading.expirationDate ? ` · ${format.date(reading.expirationDate)}` : null}
            </p>
          ) : null}
        </div>
      ) : null}
      <FieldNotes notes={words.notes} />
    </Group>
  );
}
