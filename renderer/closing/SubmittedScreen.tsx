import { useQuery } from '@tanstack/react-query';
import { CircleCheckBig, House } from 'lucide-react';
import QRCode from 'qrcode';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { Loading } from '../design/Loading.tsx';
import type { SubmittedProps } from '../flow/step-props.ts';
import { useLocalized } from '../system/language.ts';
import { useStation } from '../system/station-context.tsx';
import { PrintState } from './PrintState.tsx';
import styles from './SubmittedScreen.module.css';

/** Done: the code, what happens next, and whether the paper came out. */
export function SubmittedScreen({ applicationId, printJobId, service, onDone }: SubmittedProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const { queries } = useStation();
  const application = useQuery(queries.registration.application.queryOptions({ input: { applicationId } }))
    .data?.application;
  const job = useQuery(queries.printing.job.queryOptions({ input: { jobId: printJobId } })).data;
  if (!application) return <Loading />;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <CircleCheckBig aria-hidden size={56} />
        <div>
          <h1>{t('closing.submitted')}</h1>
          <p>{t('closing.submittedWords')}</p>
        </div>
      </header>
      <div className={styles.columns}>
        <Card title={t('closing.trackingCode')}>
          <div className={styles.code}>
            <QrPicture text={application.trackingCode} name={t('closing.qr')} />
            <p className={styles.letters}>{application.trackingCode}</p>
            <p>{application.maskedName}</p>
          </div>
        </Card>
        <Card title={t('closing.nextSteps')}>
          <ol className={styles.steps}>
            {service.nextSteps.map((step) => (
              <li key={step.id}>{local(step)}</li>
            ))}
          </ol>
        </Card>
      </div>
      {job ? <PrintState job={job} /> : null}
      <Button variant="primary" size="large" icon={House} onPress={onDone}>
        {t('common.done')}
      </Button>
    </main>
  );
}

function QrPicture({ text, name }: { text: string; name: string }) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  useEffect(() => {
    if (canvas) QRCode.toCanvas(canvas, text, { width: 220, margin: 2 }).catch(() => undefined);
  }, [canvas, text]);
  return <canvas ref={setCanvas} width={220} height={220} role="img" aria-label={name} />;
}
