import { Person } from './Person.tsx';
import { Print } from './Print.tsx';

/** The front of a KTP-el: blue, the number on top, the photo at the right. */
export function IdentityCard() {
  return (
    <g>
      <rect x="10" y="14" width="300" height="180" rx="12" fill="#a9cdea" stroke="#5d8cb5" strokeWidth="2" />
      <Print x={110} y={26} widths={[100, 80]} step={11} />
      <Print x={24} y={56} widths={[170]} thick={9} />
      <Print x={24} y={78} widths={[150, 120, 135, 110, 140, 100, 125, 90]} step={13} />
      <Person x={226} y={58} background="#3d5fa8" />
      <path d="M232 168c10-14 14 10 22-2s10 8 22-4" fill="none" stroke="#2b2b2b" strokeWidth="3" />
    </g>
  );
}
