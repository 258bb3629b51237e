import { RotateCw } from 'lucide-react';
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { classNames } from '../design/class-names.ts';
import { Loading } from '../design/Loading.tsx';
import { CameraMenu } from './CameraMenu.tsx';
import { CameraProblemView } from './CameraProblemView.tsx';
import styles from './CameraView.module.css';
import type { CameraProblem } from './camera/camera-problem.ts';
import type { Camera } from './camera/use-camera.ts';
import type { CaptureCamera } from './camera/use-capture-camera.ts';

export interface CameraViewProps {
  camera: Camera | CaptureCamera;
  videoRef: RefObject<HTMLVideoElement | null>;
  /** Shape drawn over the picture. */
  guide: 'card' | 'page' | 'face' | 'code';
  /** As in a mirror; the picture taken never is. */
  mirrored?: boolean;
  /** Whether the camera may be turned, as one that looks down on a table may stand either way. */
  turnable?: boolean;
  onPlaying: (playing: boolean) => void;
  /** Words over the picture. */
  children?: ReactNode;
}

/** Until the camera tells its own. */
const USUAL_RATIO = 4 / 3;

interface PictureShape extends CSSProperties {
  /** Width by height of the picture as it is shown. */
  readonly '--ratio': number;
}

/** A problem that is there, or is being tried again. */
function problemOf({ state }: Camera): CameraProblem | null {
  switch (state.kind) {
    case 'live':
      return null;
    case 'opening':
      return state.after === 'live' ? null : state.after;
    case 'missing':
    case 'denied':
    case 'busy':
    case 'unplugged':
      return state.kind;
  }
}

/** What the camera sees, with a guide; or why there is no camera and what to do. */
export function CameraView({
  camera,
  videoRef,
  guide,
  mirrored = false,
  turnable = false,
  onPlaying,
  children,
}: CameraViewProps) {
  const { t } = useTranslation();
  const { state, turns } = camera;
  const [ratio, setRatio] = useState(USUAL_RATIO);
  const onItsSide = turnable && turns % 2 === 1;
  const shape: PictureShape = { '--ratio': onItsSide ? 1 / ratio : ratio };
  const stream = state.kind === 'live' ? state.feed.stream : null;

  // The last picture stays until the next camera gives one.
  useEffect(() => {
    const element = videoRef.current;
    if (!element || !stream) return;
    element.srcObject = stream;
    element.play().catch(() => undefined);
    return () => onPlaying(false);
  }, [stream, videoRef, onPlaying]);

  const problem = problemOf(camera);
  if (problem) return <CameraProblemView problem={problem} camera={camera} />;
  if (state.kind === 'opening' && state.after === null) return <Loading label={t('capture.cameraOpening')} />;
  return (
    <div className={styles.view}>
      <video
        ref={videoRef}
        className={classNames(styles.video, mirrored && styles.mirrored)}
        data-turns={turnable ? turns : 0}
        aria-label={t('capture.live')}
        muted
        playsInline
        onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoHeight > 0) setRatio(videoWidth / videoHeight);
        }}
        onPlaying={() => onPlaying(true)}
      />
      <span aria-hidden className={styles.picture} style={shape}>
        <span className={classNames(styles.guide, styles[guide])} />
      </span>
      <span className={styles.advice} aria-live="polite">
        {children}
      </span>
      <span className={styles.controls}>
        {turnable ? (
          <Button size="small" icon={RotateCw} onPress={camera.turn}>
            {t('capture.turnCamera')}
          </Button>
        ) : null}
        <CameraMenu camera={camera} />
      </span>
    </div>
  );
}
