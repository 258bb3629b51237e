import { Person } from './Person.tsx';
import { Print } from './Print.tsx';

/** The page with the photo, two lines of code at its foot. */
export function PassportData() {
  return (
    <g>
      <rect x="14" y="8" width="292" height="194" rx="8" fill="#e3ead7" stroke="#8a9a7b" strokeWidth="2" />
      <Print x={28} y={20} widths={[120]} thick={7} />
      <Print x={236} y={20} widths={[56]} thick={7} />
      <Person x={28} y={46} background="#f4f4f4" />
      <Print x={110} y={48} widths={[150, 110, 165, 90, 130, 120]} step={17} />
      <rect x="15" y="156" width="290" height="45" fill="#fbfbf6" />
      <g fill="#333c44">
        <rect x="28" y="166" width="264" height="8" rx="2" />
        <rect x="28" y="184" width="264" height="8" rx="2" />
      </g>
    </g>
  );
}

/** The closed book, its sign of a chip below. */
export function PassportCover() {
  return (
    <g>
      <rect x="92" y="4" width="136" height="202" rx="8" fill="#1f5d4c" stroke="#123f33" strokeWidth="3" />
      <g fill="#d9b45b">
        <rect x="118" y="26" width="84" height="8" rx="3" />
        <rect x="126" y="40" width="68" height="8" rx="3" />
        <circle cx="160" cy="96" r="26" />
        <rect x="130" y="142" width="60" height="9" rx="3" />
      </g>
      <g fill="none" stroke="#d9b45b" strokeWidth="4">
        <rect x="146" y="168" width="28" height="18" rx="3" />
        <circle cx="160" cy="177" r="5" />
      </g>
    </g>
  );
}
