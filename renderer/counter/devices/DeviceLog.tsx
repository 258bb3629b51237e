import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './DevicesPage.module.css';
import { useCauseWords } from './device-view.ts';
import { TestPaperState } from './TestPaperState.tsx';

/** As many as are read at one glance; the paper has more. */
const SHOWN = 12;

/** What the devices went through. It leaves the kiosk on paper only: files and clipboards are closed to the faces. */
export function DeviceLog({ canPrint }: { canPrint: boolean }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const causeWords = useCauseWords();
  const notify = useNotices();
  const words = useErrorWords();
  const log = useQuery(queries.devices.log.queryOptions()).data ?? [];
  const print = useMutation(
    queries.devices.printLog.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: words(error) }),
    }),
  );
  return (
    <section className={styles.log} aria-label={t('device.log')}>
      <header className={styles.logHead}>
        <h2>{t('device.log')}</h2>
        <Button
          size="small"
          icon={Printer}
          busy={print.isPending}
          isDisabled={!canPrint || log.length === 0}
          onPress={() => print.mutate({ printJobId: newIdentifier() })}
        >
          {t('device.printLog')}
        </Button>
      </header>
      <p className={styles.note}>{t('device.logWords')}</p>
      {print.data ? <TestPaperState print={print.data} /> : null}
      <ol className={styles.changes}>
        {log.slice(0, SHOWN).map(({ number, at, kind, model, state, reason }) => (
          <li key={number}>
            <span className={styles.when}>{format.time(at)}</span>
            <span>
              {t(`device.kind.${kind}`)} {model} · <strong>{t(`device.state.${state}`)}</strong>
              {reason ? ` · ${causeWords(reason)}` : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
