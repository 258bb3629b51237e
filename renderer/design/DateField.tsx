import { type KeyboardEvent, useId, useRef } from 'react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import styles from './DateField.module.css';
import { type DateParts, joinDate, splitDate } from './date-parts.ts';
import fieldStyles from './Field.module.css';
import { FieldAside, FieldHint, FieldNotes, type FieldWords, hasError } from './FieldNotes.tsx';

export interface DateFieldProps extends FieldWords {
  /** `YYYY-MM-DD`, or with empty parts while it is being typed (`-05-17`), or empty. */
  value: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** The date in words or the age, shown beside the boxes. */
  meaning?: string | undefined;
  name?: string;
}

const PARTS = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const;

/**
 * Day, month and year in three boxes, typed as they stand on the card. A full box passes the finger on to the next one;
 * nothing opens, scrolls or has to be aimed at.
 */
export function DateField({
  label,
  hint,
  example,
  notes,
  aside,
  saved,
  value,
  meaning,
  name,
  ...on
}: DateFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const boxes = useRef<Array<HTMLInputElement | null>>([]);
  const parts = splitDate(value);
  const invalid = hasError(notes);

  function type(part: keyof DateParts, index: number, length: number, text: string): void {
    const digits = text.replaceAll(/\D/g, '').slice(0, length);
    on.onChange(joinDate({ ...parts, [part]: digits }));
    if (digits.length === length && digits.length > parts[part].length) boxes.current[index + 1]?.focus();
  }

  function stepBack(event: KeyboardEvent<HTMLInputElement>, index: number): void {
    if (event.key === 'Backspace' && event.currentTarget.value === '') boxes.current[index - 1]?.focus();
  }

  return (
    <Group
      className={classNames(fieldStyles.field, invalid && fieldStyles.invalid)}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint ${id}-notes`}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) on.onFocus?.();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) on.onBlur?.();
      }}
    >
      <span id={`${id}-label`} className={fieldStyles.label}>
        {label}
        <FieldAside aside={aside} saved={saved} />
      </span>
      <span id={`${id}-hint`} className={fieldStyles.hint}>
        <FieldHint hint={hint} example={example} />
      </span>
      <div className={classNames(fieldStyles.control, styles.boxes)}>
        {PARTS.map(({ part, length }, index) => (
          <label key={part} className={styles.part}>
            <span className={styles.partLabel}>{t(`common.${part}`)}</span>
            <input
              ref={(box) => {
                boxes.current[index] = box;
              }}
              name={index === 0 ? name : undefined}
              className={classNames(fieldStyles.input, styles.box, styles[part])}
              inputMode="numeric"
              autoComplete="off"
              aria-invalid={invalid || undefined}
              value={parts[part]}
              onChange={(event) => type(part, index, length, event.target.value)}
              onKeyDown={(event) => stepBack(event, index)}
              onFocus={(event) => event.target.select()}
            />
          </label>
        ))}
        <output className={styles.meaning}>{meaning}</output>
      </div>
      <div id={`${id}-notes`} className={fieldStyles.notes}>
        <FieldNotes notes={notes} />
      </div>
    </Group>
  );
}
