import type { SpokenPart } from './call-phrase.ts';

const FOLDER = './speech/queue';

export interface Speaker {
  /** Says it after what is being said. `volume` from 0 to 100; `said` is called when it was said, or could not be. */
  say(parts: readonly SpokenPart[], volume: number, said: () => void): void;
  close(): void;
}

/** Speaks with the clips of the build, one call at a time. Without clips, or without a sound card, it is silent. */
export function createSpeaker(onTrouble: (error: unknown) => void): Speaker {
  const context = new AudioContext();
  const clips = new Map<string, Promise<AudioBuffer>>();
  const known = readIndex();
  let last = Promise.resolve();

  function load(name: string): Promise<AudioBuffer> {
    const loaded = clips.get(name) ?? fetchClip(context, name);
    clips.set(name, loaded);
    return loaded;
  }

  async function play(parts: readonly SpokenPart[], volume: number): Promise<void> {
    const names = await known;
    const wanted = parts.flatMap((part) => (part.kind === 'clip' ? [part.name] : []));
    // A call with a word missing would send people to the wrong counter; the chime alone makes them look.
    const spoken = wanted.every((name) => names.has(name)) ? parts : parts.slice(0, 1);
    if (spoken.some((part) => part.kind === 'clip' && !names.has(part.name))) return;
    const gain = new GainNode(context, { gain: volume / 100 });
    gain.connect(context.destination);
    await atMost(context.resume(), 0);
    let at = context.currentTime;
    let ended = Promise.resolve();
    for (const part of spoken) {
      if (part.kind === 'pause') {
        at += part.milliseconds / 1000;
        continue;
      }
      const buffer = await load(part.name);
      const source = new AudioBufferSourceNode(context, { buffer });
      at = Math.max(at, context.currentTime);
      ended = new Promise((done) => source.addEventListener('ended', () => done(), { once: true }));
      source.connect(gain);
      source.start(at);
      at += buffer.duration;
    }
    await atMost(ended, at - context.currentTime);
    gain.disconnect();
  }

  return {
    say(parts, volume, said) {
      last = last
        .then(() => play(parts, volume))
        .catch(onTrouble)
        .then(said);
    },
    close() {
      context.close().catch(onTrouble);
    },
  };
}

/** Without a sound card nothing ever ends; the next call must not wait for that. */
const GRACE_MS = 2_000;

function atMost(work: Promise<void>, seconds: number): Promise<void> {
  const limit = new Promise<void>((done) => setTimeout(done, seconds * 1000 + GRACE_MS));
  return Promise.race([work, limit]);
}

async function readIndex(): Promise<ReadonlySet<string>> {
  try {
    const names: unknown = await (await fetch(`${FOLDER}/index.json`)).json();
    return new Set(Array.isArray(names) ? names.map(String) : []);
  } catch {
    return new Set();
  }
}

async function fetchClip(context: AudioContext, name: string): Promise<AudioBuffer> {
  const answer = await fetch(`${FOLDER}/${name}.wav`);
  if (!answer.ok) throw new Error(`the clip ${name} is missing`);
  return context.decodeAudioData(await answer.arrayBuffer());
}
