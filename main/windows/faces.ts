import type { Face } from '../../contract/shell/face.ts';

/** How a face's window is made. Sizes are in device-independent pixels. */
export interface FaceLayout {
  readonly face: Face;
  /** Page in the built renderer folder. */
  readonly page: string;
  readonly width: number;
  readonly height: number;
  readonly smallestWidth: number;
  readonly smallestHeight: number;
  /** Takes the whole screen in production; practice is always windowed. */
  readonly kiosk: boolean;
  readonly title: string;
}

export const faceLayouts: Readonly<Record<Face, FaceLayout>> = {
  counter: {
    face: 'counter',
    page: 'counter.html',
    width: 1280,
    height: 800,
    smallestWidth: 800,
    smallestHeight: 600,
    kiosk: true,
    title: 'Anjungan',
  },
  'self-service': {
    face: 'self-service',
    page: 'self-service.html',
    width: 1080,
    height: 1920,
    smallestWidth: 600,
    smallestHeight: 800,
    kiosk: true,
    title: 'Anjungan · Layanan mandiri',
  },
  display: {
    face: 'display',
    page: 'display.html',
    width: 1920,
    height: 1080,
    smallestWidth: 800,
    smallestHeight: 450,
    kiosk: true,
    title: 'Anjungan · Antrean',
  },
  'practice-tray': {
    face: 'practice-tray',
    page: 'practice-tray.html',
    width: 420,
    height: 760,
    smallestWidth: 360,
    smallestHeight: 480,
    kiosk: false,
    title: 'Anjungan · Baki latihan',
  },
};
