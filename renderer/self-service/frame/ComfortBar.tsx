import { AArrowUp, Contrast, Languages } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { PlainButton } from '../../design/PlainButton.tsx';
import { useLanguage } from '../../system/language.ts';
import { LANGUAGES } from '../languages.ts';
import { ListenButton } from '../speech/ListenButton.tsx';
import styles from './ComfortBar.module.css';
import { useComfort } from './comfort.tsx';

/** How the screen is read: aloud, larger, with more contrast, in another language. */
export function ComfortBar({ spoken }: { spoken: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <div role="toolbar" aria-label={t('self.comfort')} className={styles.bar}>
      <ListenButton key={`${spoken} ${language}`} spoken={spoken} />
      <Switches />
    </div>
  );
}

/** The same on every screen, so a new screen does not draw them again. */
const Switches = memo(function Switches() {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  const { text, highContrast, nextText, switchContrast } = useComfort();
  const place = LANGUAGES.findIndex(({ code }) => code === language);
  const next = LANGUAGES[place + 1] ?? LANGUAGES[0];
  return (
    <>
      <PlainButton className={classNames(styles.switch)} onPress={nextText}>
        <AArrowUp aria-hidden size={32} />
        {t(`self.textSize.${text}`)}
      </PlainButton>
      <PlainButton className={styles.switch} aria-pressed={highContrast} onPress={switchContrast}>
        <Contrast aria-hidden size={32} />
        {t('self.contrast')}
      </PlainButton>
      {next ? (
        <PlainButton className={classNames(styles.switch)} onPress={() => change(next.code)}>
          <Languages aria-hidden size={32} />
          <span lang={next.code}>{next.name}</span>
        </PlainButton>
      ) : null}
    </>
  );
});
