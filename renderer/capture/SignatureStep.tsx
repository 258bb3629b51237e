import { Check, Eraser, Undo2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import type { StepProps } from '../flow/step-props.ts';
import { useErrorWords } from '../system/error-words.ts';
import styles from './SignatureStep.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import { useAttachments } from './use-attachments.ts';

/** The signing area in its own dots, whatever its size on screen, so that every signature is of one size. */
const WIDTH = 1200;
const HEIGHT = 420;

/** The applicant signs on the screen; a kept signature can be replaced. */
export function SignatureStep({ draft, showMissing, onChanged }: StepProps) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const attachments = useAttachments(draft, onChanged);
  const kept = attachments.find('signature');
  const [signing, setSigning] = useState(kept === undefined);
  const [empty, setEmpty] = useState(true);
  const pad = useRef<SignaturePad | null>(null);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);

  useEffect(() => {
    if (!canvas) return;
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const made = new SignaturePad(canvas, { minWidth: 2, maxWidth: 5, penColor: '#161f42' });
    const stroke = () => setEmpty(made.isEmpty());
    made.addEventListener('endStroke', stroke);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', stroke);
      made.off();
      pad.current = null;
    };
  }, [canvas]);

  const redraw = useCallback(
    (keep: (strokes: ReturnType<SignaturePad['toData']>) => ReturnType<SignaturePad['toData']>) => {
      const strokes = keep(pad.current?.toData() ?? []);
      pad.current?.fromData(strokes);
      setEmpty(strokes.length === 0);
    },
    [],
  );

  async function use() {
    const blob = await new Promise<Blob | null>((done) => canvas?.toBlob(done, 'image/png'));
    if (!blob) return;
    await attachments.save('signature', { blob, width: WIDTH, height: HEIGHT });
    setSigning(false);
    setEmpty(true);
  }

  const missing = showMissing ? 'bad' : 'warn';
  return (
    <Card
      title={t('capture.signature')}
      aside={
        <StatusPill tone={kept ? 'good' : missing}>{t(kept ? 'capture.given' : 'capture.needed')}</StatusPill>
      }
      actions={
        signing ? (
          <>
            <Button icon={Undo2} isDisabled={empty} onPress={() => redraw((strokes) => strokes.slice(0, -1))}>
              {t('capture.undoStroke')}
            </Button>
            <Button icon={Eraser} isDisabled={empty} onPress={() => redraw(() => [])}>
              {t('capture.clear')}
            </Button>
            <Button
              variant="primary"
              icon={Check}
              isDisabled={empty}
              busy={attachments.busy}
              onPress={() => void use().catch(() => undefined)}
            >
              {t('capture.useSignature')}
            </Button>
          </>
        ) : (
          <Button icon={Undo2} onPress={() => setSigning(true)}>
            {t('capture.signAgain')}
          </Button>
        )
      }
    >
      {attachments.error ? (
        <Banner tone="bad" role="alert" title={t('capture.notKept')}>
          {words(attachments.error)}
        </Banner>
      ) : null}
      {signing ? (
        <canvas ref={setCanvas} className={styles.pad} role="img" aria-label={t('capture.signHere')} />
      ) : (
        <Thumbnail draftId={draft.id} attachment={kept} name={t('capture.signature')} />
      )}
    </Card>
  );
}
