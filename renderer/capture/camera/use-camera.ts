import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CameraChoice, CameraPurpose, QuarterTurns } from '../../../contract/domain/camera.ts';
import { useStation, useStationEvent } from '../../system/station-context.tsx';
import { browserCameras, type StreamFeed } from './browser-cameras.ts';
import type { CameraDevice } from './camera-device.ts';
import { type CameraSession, type CameraView, createCameraSession } from './camera-session.ts';

export interface Camera extends CameraView<StreamFeed> {
  /** How often the picture is turned a quarter to the right. */
  readonly turns: QuarterTurns;
  readonly retry: () => void;
  /** Opens this camera and remembers it for the purpose. */
  readonly choose: (device: CameraDevice) => void;
  /** Turns the picture a quarter further and remembers it. */
  readonly turn: () => void;
}

const NOTHING: CameraView<StreamFeed> = {
  state: { kind: 'opening', device: null, after: null },
  devices: [],
};

/** The camera for a purpose while this is on screen; it is let go when it leaves, or while it is not `on`. */
export function useCamera(purpose: CameraPurpose, on = true): Camera {
  const { wanted, isKnown, remember } = useCameraChoice(purpose);
  const session = useCameraSession(purpose, wanted, isKnown && on);
  const subscribe = useCallback(
    (listener: () => void) => session?.subscribe(listener) ?? (() => undefined),
    [session],
  );
  const view = useSyncExternalStore(subscribe, () => session?.view() ?? NOTHING);
  useStationEvent(
    'camera-changed',
    useCallback(() => session?.reopen(), [session]),
  );
  const turns = wanted?.turns ?? 0;
  return {
    ...view,
    turns,
    retry: () => session?.retry(),
    choose(device) {
      session?.choose(device);
      remember({ label: device.label, place: device.place, still: false });
    },
    turn: () => remember({ turns: nextTurn(turns) }),
  };
}

/** Which camera was chosen for a purpose. */
export function useCameraChoice(purpose: CameraPurpose) {
  const { queries } = useStation();
  const choices = useQuery(queries.cameras.choices.queryOptions());
  const wanted = choices.data?.find((choice) => choice.purpose === purpose) ?? null;
  return {
    wanted,
    /** It is known, or cannot be known. */
    isKnown: choices.data !== undefined || choices.isError,
    remember: useRemember(purpose, wanted),
  };
}

/** Is open while `on`. */
function useCameraSession(purpose: CameraPurpose, wanted: CameraChoice | null, on: boolean) {
  const [session, setSession] = useState<CameraSession<StreamFeed> | null>(null);
  // Choosing goes through the session, so that a changed choice does not open a second one.
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (!on) return;
    const opened = createCameraSession({ source: browserCameras(purpose), wanted: latest.current, schedule });
    setSession(opened);
    return () => {
      opened.close();
      setSession(null);
    };
  }, [on, purpose]);
  return session;
}

function useRemember(purpose: CameraPurpose, wanted: CameraChoice | null) {
  const { client, queries } = useStation();
  const cache = useQueryClient();
  const queryKey = queries.cameras.choices.queryKey();
  const { mutate } = useMutation({
    mutationFn: async (choice: CameraChoice) => await client.cameras.choose(choice),
    // Seen at once; a station that is away is told nothing more, and the next start asks again.
    onMutate: (choice) =>
      cache.setQueryData(queryKey, (known: CameraChoice[] = []) => [
        ...known.filter((other) => other.purpose !== purpose),
        choice,
      ]),
  });
  return (change: Partial<CameraChoice>) =>
    mutate({ purpose, label: '', place: 0, turns: 0, still: false, ...wanted, ...change });
}

function nextTurn(turns: QuarterTurns): QuarterTurns {
  const next = { 0: 1, 1: 2, 2: 3, 3: 0 } as const;
  return next[turns];
}

function schedule(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
