import { useMutation, useQuery } from '@tanstack/react-query';
import { Scissors } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PracticeState } from '../../contract/station/practice.ts';
import { useObjectUrl } from '../capture/use-object-url.ts';
import { Button } from '../design/Button.tsx';
import { useStation } from '../system/station-context.tsx';
import styles from './Tray.module.css';

/** The mouth of the virtual printer with the paper hanging out of it. */
export function PaperSlot({ state }: { state: PracticeState }) {
  const { t } = useTranslation();
  const { client, queries } = useStation();
  const picture = useQuery(queries.practice.paper.queryOptions()).data?.picture;
  const url = useObjectUrl(picture);
  const take = useMutation({ mutationFn: async () => await client.practice.takePaper() });
  return (
    <section className={styles.slot} aria-label={t('tray.paper')}>
      {url ? (
        // A long strip is scrolled, also by keyboard
        <div className={styles.paper} tabIndex={0}>
          <img src={url} alt={t('tray.paperPicture', { count: state.papers })} />
        </div>
      ) : (
        <p>{t('tray.noPaper')}</p>
      )}
      <Button icon={Scissors} isDisabled={!url} busy={take.isPending} onPress={() => take.mutate()}>
        {t('tray.takePaper')}
      </Button>
    </section>
  );
}
