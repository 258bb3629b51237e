import { LONGEST_VOICE_MS } from '../../../contract/domain/complaint.ts';

/** Opus at this rate is clear speech; a minute of it is less than 200 kB. */
const BITS_PER_SECOND = 24_000;
const CONTENT_TYPE = 'audio/webm;codecs=opus';
/** A power cut costs at most the second that is being spoken. */
const PIECE_MS = 1_000;

export interface Recording {
  /** Ends it, lets the microphone go, and resolves with the whole once the last piece was given. */
  stop(): Promise<Blob>;
  /** Ends it and lets the microphone go; nothing more is given. */
  cancel(): void;
}

export interface RecordingOptions {
  /** Each piece in order; empty ones are not given. */
  readonly onPiece: (piece: Blob) => void;
  /** The longest note is reached, or the microphone is gone: `stop` is wanted now. */
  readonly onEnded: () => void;
}

/** Records what is said, piece by piece. Rejects as `getUserMedia` does. */
export async function recordVoice({ onPiece, onEnded }: RecordingOptions): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: false });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const pieces: Blob[] = [];
  try {
    const recorder = new MediaRecorder(stream, {
      mimeType: CONTENT_TYPE,
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    const stopped = new Promise<void>((resolve) => {
      recorder.addEventListener('stop', () => resolve(), { once: true });
    });
    let cancelled = false;
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (cancelled || data.size === 0) return;
      pieces.push(data);
      onPiece(data);
    });
    recorder.addEventListener('error', () => onEnded());
    for (const track of stream.getTracks()) track.addEventListener('ended', () => onEnded(), { once: true });
    recorder.start(PIECE_MS);
    const timer = setTimeout(onEnded, LONGEST_VOICE_MS);
    const end = () => {
      clearTimeout(timer);
      if (recorder.state !== 'inactive') recorder.stop();
    };
    return {
      async stop() {
        end();
        await stopped;
        letGo();
        return new Blob(pieces, { type: CONTENT_TYPE });
      },
      cancel() {
        cancelled = true;
        end();
        letGo();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}
