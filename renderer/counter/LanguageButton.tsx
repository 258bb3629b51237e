import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../design/class-names.ts';
import { PlainButton } from '../design/PlainButton.tsx';
import { useLanguage } from '../system/language.ts';
import styles from './HeaderButton.module.css';

/** Shows the other language by its own name; one press and every word follows. */
export function LanguageButton({ onDark = false }: { onDark?: boolean }) {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <PlainButton
      className={classNames(styles.button, onDark && styles.onDark)}
      aria-label={`${t('common.language')}: ${t(`common.languageName.${other}`)}`}
      onPress={() => change(other)}
    >
      <Languages aria-hidden size={24} />
      <span lang={other}>{t(`common.languageName.${other}`)}</span>
    </PlainButton>
  );
}
