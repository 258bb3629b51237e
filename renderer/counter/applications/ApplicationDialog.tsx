import { useMutation, useQuery } from '@tanstack/react-query';
import { FilePenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationSummary } from '../../../contract/domain/application.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Loading } from '../../design/Loading.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './ApplicationDialog.module.css';

/** Where one application stands and what central says about it; a returned one can be corrected from here. */
export function ApplicationDialog({
  applicationId,
  onClose,
}: {
  applicationId: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const found = useQuery(
    queries.registration.application.queryOptions({
      input: { applicationId: applicationId ?? '' },
      enabled: applicationId !== null,
    }),
  ).data;
  const { stage } = useCatalog();
  const correct = useMutation(
    queries.registration.correct.mutationOptions({
      onSuccess: (draft) => goTo({ name: 'flow', draftId: draft.id }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const returned = found?.application.stageKey === 'needs-correction';
  return (
    <Dialog
      isOpen={applicationId !== null}
      onClose={onClose}
      title={found?.application.trackingCode ?? t('home.applications')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          {returned && found ? (
            <Button
              variant="primary"
              icon={FilePenLine}
              busy={correct.isPending}
              onPress={() =>
                correct.mutate({ applicationId: found.application.id, draftId: newIdentifier() })
              }
            >
              {t('application.correct')}
            </Button>
          ) : null}
        </>
      }
    >
      {found ? (
        <>
          <ApplicationFacts application={found.application} />
          <p>
            {stage(found.application.stageKey) ? <StageWords stageKey={found.application.stageKey} /> : null}
          </p>
          {found.status?.remark ? (
            <Banner tone={returned ? 'warn' : 'neutral'} title={t('application.remark')}>
              {found.status.remark}
            </Banner>
          ) : null}
        </>
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

function StageWords({ stageKey }: { stageKey: string }) {
  const { stage } = useCatalog();
  const local = useLocalized();
  const found = stage(stageKey);
  return found ? local(found.explanation) : null;
}

function ApplicationFacts({ application }: { application: ApplicationSummary }) {
  const { t } = useTranslation();
  const { serviceName, stageName } = useCatalog();
  const format = useFormat();
  return (
    <dl className={styles.facts}>
      <dt>{t('application.name')}</dt>
      <dd>{application.maskedName}</dd>
      <dt>{t('application.service')}</dt>
      <dd>{serviceName(application.serviceKey)}</dd>
      <dt>{t('application.submitted')}</dt>
      <dd>{format.instant(application.submittedAt)}</dd>
      <dt>{t('application.stage')}</dt>
      <dd>
        {stageName(application.stageKey)}, {format.instant(application.stageSince)}
      </dd>
      {application.appointment ? (
        <>
          <dt>{t('application.appointment')}</dt>
          <dd>
            {format.instant(application.appointment.at)}
            <br />
            {application.appointment.place}
          </dd>
        </>
      ) : null}
      <dt>{t('home.outbox')}</dt>
      <dd>
        <StatusPill tone={application.delivery === 'delivered' ? 'good' : 'neutral'}>
          {t(`home.delivery.${application.delivery}`)}
        </StatusPill>
      </dd>
    </dl>
  );
}
