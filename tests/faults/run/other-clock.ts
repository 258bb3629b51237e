/**
 * Loaded before a program (`node --import`): its clock is days off and runs several times as fast, so that a station
 * gives up a silent line after a second and tries again after a tenth of one. Nothing of the program is another.
 */
const { speed, days } = JSON.parse(process.env.ANJUNGAN_OTHER_CLOCK ?? '{"speed":1,"days":0}') as {
  speed: number;
  days: number;
};
const DAY_MS = 24 * 60 * 60_000;

const RealDate = Date;
const began = RealDate.now();
const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
const realPerformanceNow = performance.now.bind(performance);

const now = () => Math.round(began + (RealDate.now() - began) * speed + days * DAY_MS);

class OtherDate extends RealDate {
  constructor(...values: [] | [number | string | Date]) {
    super(values.length === 0 ? now() : values[0]);
  }
  static override now = now;
}

Object.assign(globalThis, {
  Date: OtherDate,
  setTimeout: Object.assign(
    (run: () => void, milliseconds = 0) => realTimeout(run, milliseconds / speed),
    realTimeout,
  ),
  setInterval: (run: () => void, milliseconds = 0) => realInterval(run, milliseconds / speed),
});
performance.now = () => realPerformanceNow() * speed;
