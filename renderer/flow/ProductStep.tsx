import { BookUser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../contract/domain/catalog.ts';
import type { LegalBasis } from '../../contract/domain/legal-basis.ts';
import { ChoiceCards } from '../design/ChoiceCards.tsx';
import { Money } from '../design/Money.tsx';
import { useFormat, useLocalized } from '../system/language.ts';
import { issuesToShow } from './field-issues.ts';
import styles from './ProductStep.module.css';
import type { FieldStepProps } from './StepScreen.tsx';

const TONES = { block: 'bad', warn: 'warn', office: 'office' } as const;

/** The products of the service as two or three large cards: what it is, how long it holds, what it costs and why. */
export function ProductStep({
  step,
  service,
  draft,
  values,
  unsaved,
  autosave,
  showMissing,
}: FieldStepProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const field = step.fields[0];
  if (!field) return null;
  const value = values[field.key];
  const issues = issuesToShow(draft.issues, field.key, { editing: false, showMissing, shownBefore: [] });
  return (
    <ChoiceCards
      label={local(field.label)}
      name={field.key}
      shape="tall"
      choices={service.products.map((product) => ({
        key: product.key,
        label: local(product.name),
        icon: BookUser,
        detail: <ProductDetail product={product} />,
      }))}
      value={typeof value === 'string' ? value : null}
      onChange={(key) => autosave.change({ [field.key]: key })}
      saved={Boolean(value) && !unsaved.has(field.key)}
      notes={issues.map(({ code, severity, values: words }) => ({
        key: code,
        tone: TONES[severity],
        text: t(`issue.${code}`, words),
      }))}
    />
  );
}

function ProductDetail({ product }: { product: Product }) {
  const { t } = useTranslation();
  const local = useLocalized();
  return (
    <>
      <span className={styles.validity}>{t('flow.validYears', { count: product.validityYears })}</span>
      <span className={styles.explanation}>{local(product.explanation)}</span>
      <Money rupiah={product.fee.amount} className={styles.fee} />
      <Basis basis={product.fee.legalBasis} />
    </>
  );
}

function Basis({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = format.date(basis.effectiveFrom);
  return (
    <span className={styles.basis}>
      {basis.article
        ? t('common.legalBasisArticle', { title: basis.title, article: basis.article, date })
        : t('common.legalBasis', { title: basis.title, date })}
      {basis.confidence === 'unconfirmed' ? <strong> {t('common.unconfirmed')}</strong> : null}
    </span>
  );
}
