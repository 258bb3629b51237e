/** Electron IPC channel on which the shell speaks to a face's preload script; a port rides on `connected`. */
export const STATION_STATE_CHANNEL = 'station-state';
/** Electron IPC channel on which a preload script says that its page listens. */
export const FACE_LISTENS_CHANNEL = 'face-listens';
/** Message a page posts to its own window when it is ready to receive `StationState`. */
export const FACE_LISTENS_MESSAGE = 'anjungan-face-listens';
/** Electron IPC channel, and message a page posts to its own window, once its first screen answers touches. */
export const FACE_INTERACTIVE_CHANNEL = 'face-interactive';
export const FACE_INTERACTIVE_MESSAGE = 'anjungan-face-interactive';
