import { Camera as CameraIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import type { StepProps } from '../flow/step-props.ts';
import { CaptureDialog } from './CaptureDialog.tsx';
import styles from './DocumentsStep.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import { useAttachments } from './use-attachments.ts';

/** A face photo that helps the officer; the official one is taken at the immigration office. */
export function PhotoStep({ draft, showMissing, onChanged }: StepProps) {
  const { t } = useTranslation();
  const attachments = useAttachments(draft, onChanged);
  const [open, setOpen] = useState(false);
  const photo = attachments.find('photo');
  const missing = showMissing ? 'bad' : 'warn';
  return (
    <div className={styles.list}>
      <Card
        title={t('capture.photo')}
        aside={
          <StatusPill tone={photo ? 'good' : missing}>
            {t(photo ? 'capture.given' : 'capture.needed')}
          </StatusPill>
        }
      >
        <div className={styles.page}>
          <Thumbnail draftId={draft.id} attachment={photo} name={t('capture.photo')} />
          <span className={styles.words}>{t('capture.photoHelp')}</span>
          <Button
            variant={photo ? 'secondary' : 'primary'}
            size="large"
            icon={CameraIcon}
            onPress={() => setOpen(true)}
          >
            {t(photo ? 'capture.again' : 'capture.takePhoto')}
          </Button>
        </div>
      </Card>
      <Banner tone="neutral" title={t('capture.photoNote')} />
      {open ? (
        <CaptureDialog
          title={t('capture.photo')}
          guide="face"
          onUse={(picture) => attachments.save('photo', picture)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
