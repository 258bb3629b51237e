/**
 * Still cameras we know, as data. The first row that matches a device wins, so exact models stand above whole
 * classes. Matching, the driver's quirks and udev rules all come from this table.
 */
export interface StillCameraModel {
  /** Shown to the officer until the camera has told its own. */
  readonly name: string;
  readonly driver: 'ptp';
  readonly match: StillCameraMatch;
}

export interface StillCameraMatch {
  readonly vendorId?: number;
  readonly productId?: number;
}

/** PTP is the class: cameras of every maker answer to it, so one row serves until a model needs a quirk. */
export const stillCameraModels: readonly StillCameraModel[] = [{ name: 'USB PTP', driver: 'ptp', match: {} }];
