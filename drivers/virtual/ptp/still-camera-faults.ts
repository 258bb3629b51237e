/** How a virtual still camera misbehaves; every member has a value that means it does not. */
export interface StillCameraFaults {
  /** How many more orders to take a picture are answered with Device_Busy. */
  readonly busyOrders: number;
  /** How many more questions for the device status are answered with Device_Busy. */
  readonly busyStatuses: number;
  /** Whether orders to take a picture are answered with General_Error. */
  readonly ordersRefused: boolean;
  readonly store: 'ok' | 'full' | 'missing';
  /** `late-full` takes the order and reports a full card by event. `foreign` names another transaction. */
  readonly events: 'normal' | 'none' | 'anonymous' | 'foreign' | 'garbage' | 'late-full';
  /**
   * `garbage` answers with bytes that are no container, `wrong-transaction` with another transaction's id,
   * `oversize` with a data length of 2 GiB, `too-much` with more data than its own object information announced,
   * `truncated` with data that stops before its length, `dataless` with OK and no data.
   */
  readonly answers:
    | 'normal'
    | 'silent'
    | 'garbage'
    | 'wrong-transaction'
    | 'oversize'
    | 'too-much'
    | 'truncated'
    | 'dataless';
  readonly stall: 'none' | 'in' | 'out' | 'events';
  /** `stall` refuses every class request; `empty` takes each and answers with no bytes, as QEMU's device does. */
  readonly classRequests: 'known' | 'stall' | 'empty';
  /** Bytes that every object's information announces; null where it tells the truth. */
  readonly announcedSize: number | null;
  /** Whether deleting is refused, as with a locked card. */
  readonly deleteRefused: boolean;
  /** Whether each release also makes a raw file, announced first. */
  readonly raw: boolean;
  /** Whether data containers send their header in a packet of its own; allowed, and rare. */
  readonly headerAlone: boolean;
}

export const NO_FAULTS: StillCameraFaults = {
  busyOrders: 0,
  busyStatuses: 0,
  ordersRefused: false,
  store: 'ok',
  events: 'normal',
  answers: 'normal',
  stall: 'none',
  classRequests: 'known',
  announcedSize: null,
  deleteRefused: false,
  raw: false,
  headerAlone: false,
};
