import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CitizenStatus } from '../../../contract/station/self-service.ts';
import { Button } from '../../design/Button.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './StatusRefresh.module.css';

/** How old what is shown may be, and the way to ask again. */
export function StatusRefresh({ status: { trackingCode, heardAt } }: { status: CitizenStatus }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const client = useQueryClient();
  const format = useFormat();
  const errorWords = useErrorWords();
  const refresh = useMutation(
    queries.selfService.refresh.mutationOptions({
      onSuccess: ({ status }) =>
        client.setQueryData(queries.selfService.status.queryKey({ input: { trackingCode } }), status),
    }),
  );
  const outcome = refresh.data?.outcome;
  return (
    <div className={styles.refresh}>
      <div className={styles.words} role="status">
        <p className={styles.date}>
          {heardAt === null ? t('self.neverHeard') : t('self.heardAt', { when: format.instant(heardAt) })}
        </p>
        {refresh.error ? <p>{errorWords(refresh.error)}</p> : null}
        {outcome && !refresh.isPending ? <p>{t(`self.refreshed.${outcome}`)}</p> : null}
      </div>
      <Button icon={RefreshCw} busy={refresh.isPending} onPress={() => refresh.mutate({ trackingCode })}>
        {t('self.refresh')}
      </Button>
    </div>
  );
}
