import { Play, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';

export interface PlayVoiceProps {
  /** Null while it is not there yet. */
  readonly url: string | null;
  /** 0 to 1. */
  readonly volume?: number;
  readonly size: 'small' | 'large';
  readonly listen: string;
  readonly stop: string;
}

/** A recorded voice behind one button: from its beginning, until it ends or is stopped. */
export function PlayVoice({ url, volume = 1, size, listen, stop }: PlayVoiceProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);

  function press(): void {
    const element = audio.current;
    if (!element) return;
    if (playing) {
      element.pause();
      return;
    }
    element.volume = volume;
    element.currentTime = 0;
    element.play().catch(() => setPlaying(false));
  }

  return (
    <>
      <audio
        ref={audio}
        src={url ?? undefined}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      >
        <track kind="captions" />
      </audio>
      <Button size={size} icon={playing ? Square : Play} onPress={press}>
        {playing ? stop : listen}
      </Button>
    </>
  );
}
