import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../contract/domain/catalog.ts';
import type { Field } from '../../../contract/domain/form.ts';
import { ageOn } from '../../system/format.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import { DigitsEntry } from '../keyboard/DigitsEntry.tsx';
import {
  CARD_GROUPS,
  DATE_GROUPS,
  dateOfDigits,
  digitsOfDate,
  PHONE_GROUPS,
} from '../keyboard/digit-groups.ts';
import { NAME_KEYS } from '../keyboard/layouts.ts';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import { ChoiceAnswers } from './ChoiceAnswers.tsx';
import { VillageEntry } from './VillageEntry.tsx';

export interface AnswerEntryProps {
  service: Service;
  field: Field;
  value: string;
  onChange: (text: string) => void;
  /** One touch that is the whole answer. */
  onChoose: (key: string) => void;
  /** What is to be said of the answer, and the ways on. */
  children: ReactNode;
}

const CARD_DIGITS = 16;
/** The longest text a draft holds for one field. */
const LONGEST_TEXT = 400;
const LONGEST_NUMBER = [6];

/** The keys a field needs and no others: digits for numbers and dates, letters for names, large answers for choices. */
export function AnswerEntry(props: AnswerEntryProps) {
  const { field, value, onChange, children } = props;
  const { t } = useTranslation();
  const local = useLocalized();
  const label = local(field.label);
  switch (field.type) {
    case 'choice':
    case 'confirmation':
      return <ChoiceAnswers {...props} />;
    case 'village':
      return <VillageEntry {...props} />;
    case 'birth-date':
    case 'date':
      return <DateEntry {...props} />;
    case 'nik':
    case 'family-card-number':
      return (
        <DigitsEntry
          label={label}
          value={value}
          onChange={onChange}
          groups={CARD_GROUPS}
          between=" "
          meaning={t('self.digitsOf', { count: CARD_DIGITS, typed: value.length })}
        >
          {children}
        </DigitsEntry>
      );
    case 'phone':
    case 'number':
      return (
        <DigitsEntry
          label={label}
          value={value}
          onChange={onChange}
          groups={field.type === 'phone' ? PHONE_GROUPS : LONGEST_NUMBER}
          between=" "
          meaning={field.example ? t('common.example', { example: field.example }) : ''}
        >
          {children}
        </DigitsEntry>
      );
    case 'full-name':
    case 'passport-number':
    case 'text':
    case 'email':
    case 'mrz':
      return (
        <TextEntry
          label={field.example ? t('common.example', { example: field.example }) : label}
          name={label}
          value={value}
          onChange={(text) => onChange(field.type === 'text' ? text : text.toUpperCase())}
          longest={field.maximumLength ?? LONGEST_TEXT}
          lines={1}
          keys={NAME_KEYS}
          capitals
        >
          {children}
        </TextEntry>
      );
  }
}

/** Day, month and year in one go; a whole date is said again in words. */
function DateEntry({ field, value, onChange, children }: AnswerEntryProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const now = useNow();
  const written = format.date(value);
  const age = field.type === 'birth-date' ? ageOn(value, now) : null;
  const words = age === null ? written : `${written}, ${t('common.years', { count: age })}`;
  return (
    <DigitsEntry
      label={local(field.label)}
      value={digitsOfDate(value)}
      onChange={(digits) => onChange(dateOfDigits(digits))}
      groups={DATE_GROUPS}
      between=" / "
      placeholder={t('self.datePlaceholder')}
      meaning={written === value ? t('self.dateWords') : words}
    >
      {children}
    </DigitsEntry>
  );
}
