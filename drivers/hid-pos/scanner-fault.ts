/**
 * Why a scanner that is plugged in cannot be used.
 *
 * - `busy`: another program holds it
 * - `denied`: the system gives no access; its udev rules are missing
 * - `silent`: it takes no report
 * - `unknown-layout`: its report descriptor describes no scan we can read
 * - `garbage`: it keeps sending what its own descriptor does not allow
 * - `error`: anything else the system reports
 */
export type ScannerFault = 'busy' | 'denied' | 'silent' | 'unknown-layout' | 'garbage' | 'error';
