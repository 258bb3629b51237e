import { createContext, useContext, useEffect, useState } from 'react';
import type { CameraCondition } from '../../../contract/domain/camera.ts';
import { browserCameras } from '../../capture/camera/browser-cameras.ts';
import type { Camera } from '../../capture/camera/use-camera.ts';
import type { StationLink } from '../../system/station-link.ts';
import { conditionOf, probeCamera } from './camera-probe.ts';
import { type CameraWatch, createCameraWatch } from './camera-watch.ts';

type Notice = (condition: CameraCondition) => void;

/** How a camera in use is told to whoever watches it. */
export const CameraNoticeContext = createContext<Notice>(() => undefined);

/** Watches the camera while the face is open and tells the station. Answers how to tell of a camera in use. */
export function useCameraWatch(link: StationLink, visited: boolean): Notice {
  const [watch, setWatch] = useState<CameraWatch | null>(null);
  useEffect(() => {
    const { cameras } = link.client;
    const source = browserCameras('documents');
    const opened = createCameraWatch({
      isThere: async () => (await source.list()).length > 0,
      async probe(signal) {
        const choices = await cameras.choices().catch(() => []);
        const wanted = choices.find(({ purpose }) => purpose === 'documents') ?? null;
        return await probeCamera(wanted, signal);
      },
      onListChange: source.onListChange,
      // A station that is away is told once it is back.
      tell: (condition) => void cameras.tellCondition({ condition }).catch(() => undefined),
      schedule(run, milliseconds) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const stop = link.onEvent(({ type }) => {
      if (type === 'connected') opened.tellAgain();
      if (type === 'attendance-changed') opened.look();
    });
    setWatch(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [link]);
  useEffect(() => watch?.setVisited(visited), [watch, visited]);
  return watch?.notice ?? ignore;
}

/** Tells how a camera is that a citizen has open. */
export function useNoticedCamera({ state }: Camera): void {
  const notice = useContext(CameraNoticeContext);
  const { kind } = state;
  useEffect(() => {
    if (kind === 'live') notice('present');
    else if (kind !== 'opening') notice(conditionOf(kind));
  }, [kind, notice]);
}

function ignore(): void {}
