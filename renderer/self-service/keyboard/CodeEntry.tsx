import { Delete, Eraser } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Question } from '../frame/Question.tsx';
import styles from './CodeEntry.module.css';
import { KeyGrid } from './KeyGrid.tsx';
import { CODE_KEY_COLUMNS, CODE_KEYS } from './layouts.ts';
import { CODE_LENGTH, cleanCode, grouped } from './typed-code.ts';

/** Asks for the code on a paper, key by key. Its check character tells a slip of the finger before anybody is asked. */
export function CodeEntry<Code>({
  title,
  words,
  prefix,
  parse,
  onCode,
  aside,
}: {
  title: string;
  words: string;
  /** The two letters every such code begins with. */
  prefix: string;
  parse: (text: string) => Code | null;
  onCode: (code: Code) => void;
  aside?: ReactNode;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const whole = typed.length === CODE_LENGTH;
  const code = whole ? parse(typed) : null;
  const wrong = whole && code === null;
  return (
    <Question title={title} words={words}>
      <div className={styles.entry}>
        <label className={styles.field}>
          <span className={styles.prefix}>{prefix}-</span>
          <input
            className={styles.input}
            aria-label={t('self.code')}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'code-wrong' : undefined}
            inputMode="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            placeholder="XXXX-XXXX-X"
            value={grouped(typed)}
            onChange={(event) => setTyped(cleanCode(event.target.value, prefix))}
          />
        </label>
        <Button
          size="large"
          variant="primary"
          isDisabled={code === null}
          onPress={() => {
            if (code !== null) onCode(code);
          }}
        >
          {t('self.look')}
        </Button>
      </div>
      <p id="code-wrong" role="alert" className={styles.wrong}>
        {wrong ? t('self.codeWrong') : null}
      </p>
      <KeyGrid
        label={t('self.keys')}
        rows={CODE_KEYS}
        columns={CODE_KEY_COLUMNS}
        onKey={(key) => setTyped((last) => cleanCode(last + key, prefix))}
      />
      <div data-scan="row" className={styles.pair}>
        <Button icon={Delete} onPress={() => setTyped((last) => last.slice(0, -1))}>
          {t('self.deleteOne')}
        </Button>
        <Button icon={Eraser} onPress={() => setTyped('')}>
          {t('self.deleteAll')}
        </Button>
      </div>
      {aside}
    </Question>
  );
}
