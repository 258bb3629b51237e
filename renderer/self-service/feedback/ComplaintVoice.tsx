import { Check, Mic, RotateCcw, Square } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_VOICE_MS } from '../../../contract/domain/complaint.ts';
import { PlayVoice } from '../../capture/PlayVoice.tsx';
import { useObjectUrl } from '../../capture/use-object-url.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useComfort, VOLUMES } from '../frame/comfort.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import styles from './Complaint.module.css';
import { type KeptMedia, useComplaintDraft } from './complaint-drafts.tsx';
import type { MediaUpload } from './media-upload.ts';
import { type Recording, recordVoice } from './voice-recorder.ts';

type State =
  | { readonly kind: 'asked' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'recorded'; readonly note: KeptMedia }
  | { readonly kind: 'nothing-heard' }
  | { readonly kind: 'no-microphone' }
  | { readonly kind: 'failed'; readonly error: unknown };

const SECOND_MS = 1_000;

/** asked ─agree▶ opening ▶ recording ─stop or a minute▶ recorded ─again▶ opening; heard before it is used, and not offered where nothing was heard. */
export function ComplaintVoice({ id }: { id: string }) {
  const { t } = useTranslation();
  const { back, whenSettled } = useVisit();
  const { begin, keep } = useComplaintDraft(id);
  const errorWords = useErrorWords();
  const [state, setState] = useState<State>({ kind: 'asked' });
  const current = useRef<{ recording: Recording; upload: MediaUpload } | null>(null);
  const gone = useRef(false);

  const stop = useCallback(async () => {
    const ended = current.current;
    current.current = null;
    if (!ended) return;
    const blob = await ended.recording.stop();
    try {
      await ended.upload.done();
      // Who is done at once has recorded nothing, and the station was given nothing that could be sent.
      if (blob.size === 0) setState({ kind: 'nothing-heard' });
      else setState({ kind: 'recorded', note: { upload: ended.upload, blob } });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }, []);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      current.current?.recording.cancel();
      current.current?.upload.drop();
      current.current = null;
    };
  }, []);

  async function start(): Promise<void> {
    setState({ kind: 'opening' });
    const upload = begin('voice');
    try {
      const recording = await recordVoice({
        onPiece: upload.add,
        onEnded: () => {
          stop().catch((error: unknown) => setState({ kind: 'failed', error }));
        },
      });
      if (gone.current) {
        recording.cancel();
        return;
      }
      current.current = { recording, upload };
      setState({ kind: 'recording' });
    } catch {
      setState({ kind: 'no-microphone' });
    }
  }
  const pressStart = whenSettled(() => {
    start().catch(() => undefined);
  });

  switch (state.kind) {
    case 'asked':
    case 'opening':
      return (
        <Question title={t('self.media.voice.title')} words={t('self.media.voice.consent')} icon={Mic}>
          <Button
            size="large"
            variant="primary"
            icon={Mic}
            busy={state.kind === 'opening'}
            onPress={pressStart}
          >
            {t('self.media.voice.agree')}
          </Button>
        </Question>
      );
    case 'recording':
      return (
        <Question title={t('self.media.voice.speak')} words={t('self.media.voice.speakWords')} icon={Mic}>
          <SecondsLeft />
          <Button
            size="large"
            variant="primary"
            icon={Square}
            onPress={() => {
              stop().catch((error: unknown) => setState({ kind: 'failed', error }));
            }}
          >
            {t('self.media.voice.stop')}
          </Button>
        </Question>
      );
    case 'recorded':
      return (
        <Question title={t('self.media.voice.recorded')} words={t('self.media.voice.recordedWords')}>
          <Playback blob={state.note.blob} />
          <div className={styles.pair}>
            <Button
              size="large"
              icon={RotateCcw}
              onPress={() => {
                state.note.upload.drop();
                start().catch(() => undefined);
              }}
            >
              {t('self.media.voice.again')}
            </Button>
            <Button
              size="large"
              variant="primary"
              icon={Check}
              onPress={() => {
                keep('voice', state.note);
                back();
              }}
            >
              {t('self.media.voice.use')}
            </Button>
          </div>
        </Question>
      );
    case 'nothing-heard':
      return (
        <Question title={t('self.media.voice.nothing')} words={t('self.media.voice.nothingWords')}>
          <Button size="large" variant="primary" icon={RotateCcw} onPress={pressStart}>
            {t('self.media.voice.again')}
          </Button>
        </Question>
      );
    case 'no-microphone':
      return (
        <Question title={t('self.media.voice.none')} words={t('self.media.voice.noneWords')}>
          <Button size="large" icon={RotateCcw} onPress={pressStart}>
            {t('common.retry')}
          </Button>
        </Question>
      );
    case 'failed':
      return (
        <Question title={t('self.media.voice.failed')}>
          <Banner tone="bad" role="alert" title={errorWords(state.error)} />
          <Button size="large" variant="primary" icon={RotateCcw} onPress={pressStart}>
            {t('self.media.voice.again')}
          </Button>
        </Question>
      );
  }
}

function SecondsLeft() {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(LONGEST_VOICE_MS / SECOND_MS);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={styles.clock} role="timer">
      <span aria-hidden className={styles.dot} />
      {t('self.media.voice.left', { count: seconds })}
    </p>
  );
}

/** What was said, as loud as the prompts are. */
function Playback({ blob }: { blob: Blob }) {
  const { t } = useTranslation();
  const { volume } = useComfort();
  return (
    <PlayVoice
      url={useObjectUrl(blob)}
      volume={VOLUMES[volume] ?? 1}
      size="large"
      listen={t('self.media.voice.listen')}
      stop={t('self.stopListening')}
    />
  );
}
