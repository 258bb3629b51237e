import { TextField as AriaTextField, Input, Label } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { FieldAside, FieldHint, FieldNotes, type FieldWords, hasError } from './FieldNotes.tsx';

export interface TextFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** `numeric` also keeps everything but digits out. */
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  type?: 'text' | 'password';
  maximumLength?: number | undefined;
  /** Look of what is typed: `digits` spaced wide, `monospaced` for machine text, `capitals` shown in capitals. */
  look?: 'plain' | 'digits' | 'monospaced' | 'capitals';
  autoFocus?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
  /** Field key; the flow brings the finger here. */
  name?: string;
}

const LOOKS = { plain: '', digits: styles.spaced, monospaced: styles.monospaced, capitals: styles.capitals };

/** One line of text under its label, with hint, example and notes. */
export function TextField({
  label,
  hint,
  example,
  notes,
  aside,
  saved,
  value,
  onChange,
  onFocus,
  onBlur,
  inputMode = 'text',
  type = 'text',
  maximumLength,
  look = 'plain',
  placeholder,
  name,
  ...rest
}: TextFieldProps) {
  const invalid = hasError(notes);
  const accept = (text: string) =>
    (inputMode === 'numeric' ? text.replaceAll(/\D/g, '') : text).slice(0, maximumLength);
  const input = { inputMode, autoComplete: 'off', spellCheck: false };
  return (
    <AriaTextField
      {...rest}
      value={value}
      onChange={(text) => onChange(accept(text))}
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(name ? { name } : {})}
      type={type}
      isInvalid={invalid}
      validationBehavior="aria"
      className={classNames(styles.field, invalid && styles.invalid)}
    >
      <Label className={classNames(styles.label)}>
        {label}
        <FieldAside aside={aside} saved={saved} />
      </Label>
      <FieldHint slot="description" hint={hint} example={example} />
      <Input
        {...input}
        {...(placeholder ? { placeholder } : {})}
        className={classNames(styles.control, styles.input, LOOKS[look])}
      />
      <FieldNotes slot="errorMessage" notes={notes} />
    </AriaTextField>
  );
}
