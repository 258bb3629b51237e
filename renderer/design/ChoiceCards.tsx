import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './ChoiceCards.module.css';
import { classNames } from './class-names.ts';
import fieldStyles from './Field.module.css';
import { FieldAside, FieldHint, FieldNotes, type FieldWords, hasError } from './FieldNotes.tsx';

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail?: ReactNode;
  readonly icon?: LucideIcon;
}

export interface ChoiceCardsProps extends FieldWords {
  choices: readonly Choice[];
  /** Key of the chosen card, null while nothing is chosen. */
  value: string | null;
  onChange: (key: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** `tall` cards stand side by side and hold a `detail`. */
  shape?: 'row' | 'tall';
  name?: string;
}

/** One of several, every choice in sight and as large as a thumb. */
export function ChoiceCards({
  label,
  hint,
  example,
  notes,
  aside,
  saved,
  choices,
  value,
  onChange,
  onFocus,
  onBlur,
  shape = 'row',
  name,
}: ChoiceCardsProps) {
  return (
    <RadioGroup
      value={value}
      onChange={onChange}
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(name ? { name } : {})}
      isInvalid={hasError(notes)}
      validationBehavior="aria"
      className={classNames(fieldStyles.field)}
    >
      <Label className={classNames(fieldStyles.label)}>
        {label}
        <FieldAside aside={aside} saved={saved} />
      </Label>
      <FieldHint slot="description" hint={hint} example={example} />
      <div
        className={classNames(
          styles.choices,
          choices.length <= 4 && styles.few,
          shape === 'tall' && styles.tall,
        )}
      >
        {choices.map(({ key, label: words, detail, icon: Icon }) => (
          <Radio key={key} value={key} className={classNames(styles.choice)}>
            <span aria-hidden className={styles.dot} />
            {Icon ? <Icon aria-hidden size={28} /> : null}
            <span className={styles.words}>
              <span className={styles.name}>{words}</span>
              {detail}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes slot="errorMessage" notes={notes} />
    </RadioGroup>
  );
}
