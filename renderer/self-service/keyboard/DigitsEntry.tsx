import { Delete, Eraser } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { classNames } from '../../design/class-names.ts';
import codeStyles from './CodeEntry.module.css';
import styles from './DigitsEntry.module.css';
import { inGroups } from './digit-groups.ts';
import { KeyGrid } from './KeyGrid.tsx';
import textStyles from './TextEntry.module.css';

const KEYS = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
];
const ZERO = [['0']];

/** A number and the keys of a telephone. Digits stand in groups, as on the document; a real keyboard works as well. */
export function DigitsEntry({
  label,
  value,
  onChange,
  groups,
  between,
  placeholder,
  meaning,
  children,
}: {
  label: string;
  /** Digits alone. */
  value: string;
  onChange: (digits: string) => void;
  /** How many digits stand together; their sum is the most that can be typed. */
  groups: readonly number[];
  /** What stands between groups. */
  between: string;
  placeholder?: string;
  /** What was typed, in words, or how much is missing. */
  meaning: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const longest = groups.reduce((sum, count) => sum + count, 0);
  const write = (text: string) => onChange(text.replaceAll(/\D/g, '').slice(0, longest));
  return (
    <div className={textStyles.entry}>
      <div className={textStyles.words}>
        <div className={styles.box}>
          <div className={codeStyles.field}>
            <input
              className={classNames(codeStyles.input, styles.number)}
              aria-label={label}
              aria-describedby={id}
              inputMode="none"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              placeholder={placeholder}
              value={inGroups(value, groups, between)}
              onChange={(event) => write(event.target.value)}
            />
          </div>
        </div>
        <p id={id} className={styles.meaning} aria-live="polite">
          {meaning}
        </p>
      </div>
      <div className={textStyles.keys}>
        <KeyGrid label={t('self.digitKeys')} rows={KEYS} columns={3} onKey={(key) => write(value + key)} />
        <div data-scan="row" className={styles.last}>
          <Button icon={Eraser} leavesFocus onPress={() => onChange('')}>
            {t('self.deleteAll')}
          </Button>
          <KeyGrid label={t('self.zeroKey')} rows={ZERO} columns={1} onKey={(key) => write(value + key)} />
          <Button icon={Delete} leavesFocus onPress={() => onChange(value.slice(0, -1))}>
            {t('self.deleteOne')}
          </Button>
        </div>
      </div>
      <div className={textStyles.side}>{children}</div>
    </div>
  );
}
