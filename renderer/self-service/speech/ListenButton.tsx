import { Square, Volume1, Volume2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { PlainButton } from '../../design/PlainButton.tsx';
import { useLanguage } from '../../system/language.ts';
import { useAccess } from '../access/access.tsx';
import styles from '../frame/ComfortBar.module.css';
import { useComfort, VOLUMES } from '../frame/comfort.tsx';
import { useClip } from './clips.ts';

/** Reads the question aloud on demand, never by itself unless that was asked for: others wait in the same hall. */
export function ListenButton({ spoken }: { spoken: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const audio = useRef<HTMLAudioElement>(null);
  const address = useRef<string | null>(null);
  // Made when somebody wants to listen: its style is a sheet of its own, which no other screen should wait for.
  const [wanted, setWanted] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  const { volume, nextVolume } = useComfort();
  const { readAloud } = useAccess();
  const clip = useClip(spoken, language);
  useEffect(() => {
    if (audio.current) audio.current.volume = VOLUMES[volume] ?? 1;
  }, [volume]);
  const startNow = useEffectEvent(start);
  useEffect(() => {
    if (wanted) startNow();
  }, [wanted]);
  useEffect(
    () => () => {
      if (address.current !== null) URL.revokeObjectURL(address.current);
    },
    [],
  );
  useEffect(() => {
    if (readAloud && clip !== null) startNow();
  }, [readAloud, clip]);
  if (clip === null) return null;

  function listen(): void {
    if (speaking) audio.current?.pause();
    else start();
  }

  function start(): void {
    if (audio.current) speak(audio.current).catch(() => setSpeaking(false));
    else setWanted(true);
  }

  async function speak(element: HTMLAudioElement): Promise<void> {
    if (clip === null) return;
    // The page's own scheme does not stream, so the clip is fetched whole.
    if (address.current === null) {
      const answer = await fetch(clip);
      address.current = URL.createObjectURL(await answer.blob());
      element.src = address.current;
    }
    element.volume = VOLUMES[volume] ?? 1;
    element.currentTime = 0;
    await element.play();
  }

  return (
    <div className={styles.volume}>
      {wanted ? (
        <audio
          ref={audio}
          onPlay={() => setSpeaking(true)}
          onPause={() => setSpeaking(false)}
          onEnded={() => setSpeaking(false)}
        >
          <track kind="captions" />
        </audio>
      ) : null}
      <PlainButton className={classNames(styles.switch)} onPress={listen}>
        {speaking ? <Square aria-hidden size={32} /> : <Volume2 aria-hidden size={32} />}
        {speaking ? t('self.stopListening') : t('self.listen')}
      </PlainButton>
      <PlainButton
        className={classNames(styles.switch)}
        aria-label={t('self.volume', { step: volume + 1, steps: VOLUMES.length })}
        onPress={nextVolume}
      >
        <Volume1 aria-hidden size={32} />
        {volume + 1}
      </PlainButton>
    </div>
  );
}
