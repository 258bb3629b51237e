import { ShieldCheck } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/Banner.tsx';
import { Card } from '../design/Card.tsx';
import { classNames } from '../design/class-names.ts';
import type { StepProps } from '../flow/step-props.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import styles from './ConsentStep.module.css';

/** What is done with the data, in plain words, and the applicant's word on each point (UU 27/2022). */
export function ConsentStep({ draft, service, showMissing, saveValues }: StepProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const { consent } = service;
  const missing = consent.statements.some(({ key }) => draft.values[`consent.${key}`] !== true);
  return (
    <div className={styles.page}>
      <Card title={local(consent.title)} icon={ShieldCheck}>
        <div className={styles.words}>
          {consent.paragraphs.map((paragraph) => (
            <p key={paragraph.id}>{local(paragraph)}</p>
          ))}
        </div>
        <p className={styles.basis}>
          {t('common.legalBasis', {
            title: consent.legalBasis.title,
            date: format.date(consent.legalBasis.effectiveFrom),
          })}{' '}
          · {t('closing.consentVersion', { version: format.date(consent.version) })}
        </p>
      </Card>
      {showMissing && missing ? <Banner tone="bad" role="alert" title={t('issue.consent-missing')} /> : null}
      <div className={styles.statements}>
        {consent.statements.map(({ key, label }) => (
          <Checkbox
            key={key}
            name={`consent.${key}`}
            isSelected={draft.values[`consent.${key}`] === true}
            onChange={(given) => saveValues({ [`consent.${key}`]: given })}
            className={({ isSelected }) => classNames(styles.statement, isSelected && styles.given)}
          >
            <span aria-hidden className={styles.box} />
            <span>{local(label)}</span>
          </Checkbox>
        ))}
      </div>
    </div>
  );
}
