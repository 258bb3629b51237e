import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusPill } from '../design/StatusPill.tsx';
import type { PictureAdvice } from './picture/quality.ts';

/** A judgement twice a second keeps up with a hand and leaves the processor free. */
const JUDGE_EVERY_MS = 500;

/** What to do so that the picture becomes a good one. */
export function LiveAdvice({
  videoRef,
  judge,
  show = (advice) => <AdvicePill advice={advice} />,
}: {
  videoRef: RefObject<HTMLVideoElement | null>;
  judge: (video: HTMLVideoElement) => PictureAdvice;
  show?: (advice: PictureAdvice) => ReactNode;
}) {
  const [advice, setAdvice] = useState<PictureAdvice | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const video = videoRef.current;
      if (video && video.videoWidth > 0) setAdvice(judge(video));
    }, JUDGE_EVERY_MS);
    return () => clearInterval(timer);
  }, [videoRef, judge]);
  return advice === null ? null : show(advice);
}

export function AdvicePill({ advice }: { advice: PictureAdvice }) {
  const { t } = useTranslation();
  return <StatusPill tone={advice === 'good' ? 'good' : 'warn'}>{t(`capture.advice.${advice}`)}</StatusPill>;
}
