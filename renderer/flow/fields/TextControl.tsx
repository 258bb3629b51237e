import type { FieldType } from '../../../contract/domain/form.ts';
import { TextField, type TextFieldProps } from '../../design/TextField.tsx';
import type { ControlProps } from './control-props.ts';

/** Digits of a NIK and of a family card number. */
const CARD_DIGITS = 16;

const WAYS: Partial<Record<FieldType, Pick<TextFieldProps, 'inputMode' | 'look' | 'maximumLength'>>> = {
  nik: { inputMode: 'numeric', look: 'digits', maximumLength: CARD_DIGITS },
  'family-card-number': { inputMode: 'numeric', look: 'digits', maximumLength: CARD_DIGITS },
  number: { inputMode: 'numeric', look: 'digits' },
  phone: { inputMode: 'tel', look: 'digits' },
  email: { inputMode: 'email' },
  'full-name': { look: 'capitals' },
  'passport-number': { look: 'capitals' },
};

/** Types that are kept in capitals, as they stand on the document. */
const CAPITALS = new Set<FieldType>(['full-name', 'passport-number']);

/** Every field that is one line of text. */
export function TextControl({ field, words, value, onChange, onFocus, onBlur }: ControlProps) {
  const ways = WAYS[field.type] ?? {};
  const counted = ways.maximumLength === CARD_DIGITS && value !== '' && value.length < CARD_DIGITS;
  return (
    <TextField
      {...words}
      {...ways}
      aside={counted ? `${value.length}/${CARD_DIGITS}` : words.aside}
      maximumLength={field.maximumLength ?? ways.maximumLength}
      name={field.key}
      value={value}
      onChange={onChange}
      onFocus={onFocus}
      onBlur={() => {
        const tidy = CAPITALS.has(field.type) ? value.toUpperCase().trim() : value.trim();
        if (tidy !== value) onChange(tidy);
        onBlur();
      }}
    />
  );
}
