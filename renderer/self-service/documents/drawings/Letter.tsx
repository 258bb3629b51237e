import { Print } from './Print.tsx';

/** A sheet with a heading, some lines, a round seal and a signature: letters, certificates and decisions look like this. */
export function Letter() {
  return (
    <g>
      <rect x="84" y="4" width="152" height="202" rx="3" fill="#fdfdf8" stroke="#9aa39a" strokeWidth="2" />
      <circle cx="160" cy="24" r="10" fill="#c9a24a" />
      <Print x={112} y={42} widths={[96]} thick={7} />
      <path d="M98 58H222" stroke="#4a5560" strokeWidth="2" />
      <Print x={98} y={68} widths={[120, 112, 124, 90, 118, 124, 70]} step={12} thick={4} />
      <circle cx="186" cy="176" r="18" fill="none" stroke="#6a4f9b" strokeWidth="3" opacity="0.8" />
      <path d="M176 186c10-20 14 8 22-6s10 8 18-2" fill="none" stroke="#1f2a55" strokeWidth="3" />
    </g>
  );
}
