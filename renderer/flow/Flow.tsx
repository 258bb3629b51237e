import { useQuery } from '@tanstack/react-query';
import { FileX2, House } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmittedScreen } from '../closing/SubmittedScreen.tsx';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Loading } from '../design/Loading.tsx';
import { useCatalog } from '../system/catalog.ts';
import { useErrorWords } from '../system/error-words.ts';
import { StationLostError } from '../system/errors.ts';
import { goTo } from '../system/place.ts';
import { useStation } from '../system/station-context.tsx';
import { useDraftSession } from './draft-sessions.tsx';
import { FlowSteps } from './FlowSteps.tsx';
import type { Submitted } from './step-props.ts';

const goHome = () => goTo({ name: 'home' });

/** One draft from its first step to its receipt, as the catalog describes it. */
export function Flow({ draftId }: { draftId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const session = useDraftSession(draftId);
  const errorWords = useErrorWords();
  const catalog = useCatalog();
  const [submitted, setSubmitted] = useState<{ serviceKey: string; ids: Submitted } | null>(null);
  const found = useQuery(
    queries.registration.draft.queryOptions({
      input: { draftId },
      queryFn: session.read,
      enabled: submitted === null,
      retry: (_count, error) => error instanceof StationLostError,
    }),
  );
  const draft = found.data;
  const service = catalog.service(submitted?.serviceKey ?? draft?.serviceKey ?? '');
  if (submitted && service) {
    return <SubmittedScreen {...submitted.ids} service={service} onDone={goHome} />;
  }
  if (!draft && found.error) {
    return (
      <EmptyState
        icon={FileX2}
        title={errorWords(found.error)}
        action={
          <Button variant="primary" icon={House} onPress={goHome}>
            {t('home.home')}
          </Button>
        }
      />
    );
  }
  if (!draft || !service) return <Loading />;
  return (
    <FlowSteps
      draft={draft}
      service={service}
      session={session}
      onSubmitted={(ids) => setSubmitted({ serviceKey: service.key, ids })}
    />
  );
}
