/** Every wait of the camera driver, in milliseconds. Tests pass their own. */
export interface CameraTiming {
  /** From a command to its answer where the camera only has to look something up. */
  readonly answerMs: number;
  /** Between two parts of a picture; a slow card pauses for a second or two. */
  readonly partMs: number;
  /** From the order to the picture: focusing, flash charging and writing a slow card included. */
  readonly captureMs: number;
  /** How long a camera may say it is busy before that is the answer. */
  readonly busyMs: number;
  /** Between two questions to a busy camera. */
  readonly busyPauseMs: number;
  /** Between attempts to open a camera; two fit into the 5 s in which one that is plugged in again must work. */
  readonly retryMs: number;
  /** Bytes an earlier owner left in the camera arrive within this time and are thrown away. */
  readonly drainMs: number;
}

export const CAMERA_TIMING: CameraTiming = {
  answerMs: 3_000,
  partMs: 5_000,
  captureMs: 20_000,
  busyMs: 5_000,
  busyPauseMs: 250,
  retryMs: 2_000,
  drainMs: 100,
};
