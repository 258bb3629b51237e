import { useTranslation } from 'react-i18next';
import styles from './Both.module.css';

/** A word of the display in Indonesian, and smaller below it in English: nobody can be asked which one a hall reads. */
export function Both({ word, values = {} }: { word: string; values?: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t(`display.${word}`, { ...values, lng: 'id' })}</span>
      <span lang="en" className={styles.other}>
        {t(`display.${word}`, { ...values, lng: 'en' })}
      </span>
    </>
  );
}
