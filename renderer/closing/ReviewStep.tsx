import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { Money } from '../design/Money.tsx';
import type { StepProps } from '../flow/step-props.ts';
import { useErrorWords } from '../system/error-words.ts';
import { errorCode } from '../system/errors.ts';
import { newIdentifier } from '../system/identifiers.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import { useStation } from '../system/station-context.tsx';
import { IssueList } from './IssueList.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import styles from './ReviewStep.module.css';

/** Everything on one page before it is sealed: what was filled, what is strange, what is left, what it costs. */
export function ReviewStep({ draft, service, onChanged, goToStep, onSubmitted, flush }: StepProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const words = useErrorWords();
  const { client } = useStation();
  /** Made once: pressing again after a lost answer asks for the same application and the same paper. */
  const [ids] = useState(() => ({ applicationId: newIdentifier(), printJobId: newIdentifier() }));
  const submit = useMutation({
    mutationFn: async () => {
      await flush();
      return await client.registration.submit({ draftId: draft.id, ...ids });
    },
    onSuccess: () => onSubmitted(ids),
    onError: async (error) => {
      if (errorCode(error) !== 'BLOCKED') return;
      onChanged(await client.registration.draft({ draftId: draft.id }));
    },
  });
  const blocking = draft.issues.filter(({ severity }) => severity === 'block');
  const warnings = draft.issues.filter(({ severity }) => severity === 'warn');
  const office = draft.issues.filter(({ severity }) => severity === 'office');
  const product = service.products.find(({ key }) => key === draft.values['product.key']);

  return (
    <div className={styles.page}>
      {blocking.length > 0 ? (
        <Banner tone="bad" title={t('closing.blocked')}>
          <IssueList issues={blocking} service={service} goToStep={goToStep} />
        </Banner>
      ) : null}
      {warnings.length > 0 ? (
        <Banner tone="warn" title={t('closing.warnings')}>
          <IssueList issues={warnings} service={service} goToStep={goToStep} />
        </Banner>
      ) : null}
      {office.length > 0 ? (
        <Banner tone="office" title={t('closing.atOffice')}>
          <IssueList issues={office} service={service} goToStep={goToStep} />
        </Banner>
      ) : null}
      <div className={styles.sections}>
        {service.steps
          .filter(({ kind }) => kind !== 'review')
          .map((step) => (
            <ReviewSection key={step.key} step={step} draft={draft} service={service} goToStep={goToStep} />
          ))}
      </div>
      {product ? (
        <Card title={t('closing.fee')} aside={<Money rupiah={product.fee.amount} className={styles.fee} />}>
          <p>{local(product.name)}</p>
          <p className={styles.basis}>
            {t('common.legalBasis', {
              title: product.fee.legalBasis.title,
              date: format.date(product.fee.legalBasis.effectiveFrom),
            })}
          </p>
          <p>{local(service.steps.find(({ kind }) => kind === 'product')?.help ?? product.explanation)}</p>
        </Card>
      ) : null}
      {submit.error && !submit.isPending ? (
        <Banner tone="bad" role="alert" title={t('closing.notSubmitted')}>
          {words(submit.error)}
        </Banner>
      ) : null}
      <Button
        variant="primary"
        size="large"
        wide
        icon={Send}
        busy={submit.isPending}
        isDisabled={blocking.length > 0}
        onPress={() => submit.mutate()}
      >
        {t(submit.isPending ? 'closing.sealing' : 'closing.submit')}
      </Button>
    </div>
  );
}
