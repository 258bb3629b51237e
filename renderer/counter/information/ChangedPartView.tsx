import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChangedPart } from '../../../contract/domain/catalog-change.ts';
import { useLanguage } from '../../system/language.ts';
import { differingLanguage } from './differing-language.ts';
import styles from './Information.module.css';
import { useValueWords } from './use-value-words.ts';

/** Old and new of one part, side by side where they fit. */
export function ChangedPartView({ part }: { part: ChangedPart }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const words = useValueWords(differingLanguage(part, language));
  return (
    <div className={styles.part}>
      <p className={styles.partName}>{t(`information.part.${part.part}`)}</p>
      <div className={styles.values}>
        <p className={styles.before}>
          <span className={styles.caption}>{t('information.before')}</span>
          <s>{words(part.before)}</s>
        </p>
        <ArrowRight aria-hidden size={24} />
        <p className={styles.after}>
          <span className={styles.caption}>{t('information.after')}</span>
          <strong>{words(part.after)}</strong>
        </p>
      </div>
    </div>
  );
}
