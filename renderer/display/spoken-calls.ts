import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../contract/station/queue.ts';
import { formatTime } from '../system/format.ts';
import { callPhrase } from './speech/call-phrase.ts';
import { isQuiet } from './speech/quiet-hours.ts';
import { createSpeaker, type Speaker } from './speech/speaker.ts';

/** An older call is over: a display that was away does not shout what it missed. */
const WORTH_SAYING_MS = 60_000;

/**
 * Speaks every call once, in order, unless it is a quiet hour. Calls from before the page was opened are not repeated.
 * Answers the sequence of the last call that was said.
 */
export function useSpokenCalls(board: Board | undefined, now: number): number | undefined {
  const speaker = useRef<Speaker | null>(null);
  const heard = useRef<number | null>(null);
  const [spoken, setSpoken] = useState<number>();

  useEffect(() => {
    const opened = createSpeaker(() => undefined);
    speaker.current = opened;
    return () => {
      speaker.current = null;
      opened.close();
    };
  }, []);

  useEffect(() => {
    if (!board) return;
    const newest = board.calls[0]?.sequence ?? 0;
    const before = heard.current ?? newest;
    heard.current = Math.max(before, newest);
    if (isQuiet(formatTime(now, 'en').slice(0, 5), board.speech.quiet)) return;
    const fresh = board.calls.filter(
      ({ sequence, calledAt }) => sequence > before && now - calledAt < WORTH_SAYING_MS,
    );
    for (const { sequence, number, counter } of fresh.reverse())
      speaker.current?.say(callPhrase(number, counter), board.speech.volume, () => setSpoken(sequence));
  }, [board, now]);

  return spoken;
}
