import { useTranslation } from 'react-i18next';
import type { LegalBasis } from '../../contract/domain/legal-basis.ts';
import { useFormat } from '../system/language.ts';
import styles from './Reading.module.css';

/** The regulation something rests on, and whether the district is sure of it. */
export function Basis({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, article, effectiveFrom, confidence } = basis;
  const values = { title, article, date: format.date(effectiveFrom) };
  return (
    <p className={styles.basis}>
      {article ? t('common.legalBasisArticle', values) : t('common.legalBasis', values)}
      {confidence === 'unconfirmed' ? ` ${t('common.unconfirmed')}` : null}
    </p>
  );
}
