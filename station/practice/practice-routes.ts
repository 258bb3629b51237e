import type { PracticeState } from '../../contract/station/practice.ts';
import { implementer } from '../rpc/implementer.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Practice } from './create-practice.ts';

/** `practice` is null in production, where every one of these is forbidden. */
export function practiceRoutes(practice: Practice | null) {
  const { practice: os } = implementer;

  function inPractice(): Practice {
    if (practice === null) throw refusal('FORBIDDEN');
    return practice;
  }
  function change(work: (practice: Practice) => void): PracticeState {
    work(inPractice());
    return inPractice().state();
  }

  return os.router({
    state: os.state.handler(() => inPractice().state()),
    specimens: os.specimens.handler(() =>
      inPractice()
        .specimens()
        .map(({ key, fullName, values }) => ({ key, fullName, values })),
    ),
    paper: os.paper.handler(() => {
      const png = inPractice().paper();
      return { picture: png && new Blob([new Uint8Array(png)], { type: 'image/png' }) };
    }),
    takePaper: os.takePaper.handler(() => {
      inPractice().takePaper();
      return {};
    }),
    setPrinter: os.setPrinter.handler(({ input }) => change((now) => now.setPrinter(input))),
    setScanner: os.setScanner.handler(({ input }) => change((now) => now.setScanner(input.plugged))),
    scan: os.scan.handler(({ input }) => change((now) => now.scan(input.what, input.specimen))),
    setReader: os.setReader.handler(({ input }) => change((now) => now.setReader(input.plugged))),
    layCard: os.layCard.handler(async ({ input }) => {
      await inPractice().layCard(input.what, input.specimen);
      return inPractice().state();
    }),
    takeCard: os.takeCard.handler(() => change((now) => now.takeCard())),
    setIdentityCardReader: os.setIdentityCardReader.handler(({ input }) =>
      change((now) => now.setIdentityCardReader(input.plugged)),
    ),
    readIdentityCard: os.readIdentityCard.handler(async ({ input }) => {
      await inPractice().readIdentityCard(input.specimen);
      return inPractice().state();
    }),
    setStillCamera: os.setStillCamera.handler(async ({ input }) => {
      await inPractice().setStillCamera(input.plugged);
      return inPractice().state();
    }),
    setTrouble: os.setTrouble.handler(async ({ input }) => {
      await inPractice().setTrouble(input);
      return inPractice().state();
    }),
    setScene: os.setScene.handler(async ({ input }) => {
      await inPractice().setScene(input.scene, input.specimen);
      return inPractice().state();
    }),
    setLine: os.setLine.handler(async ({ input }) => {
      await inPractice().setLine(input.line);
      return inPractice().state();
    }),
    setHours: os.setHours.handler(({ input }) => change((now) => now.setHours(input.hours))),
    setPower: os.setPower.handler(({ input }) => change((now) => now.setPower(input.power))),
  });
}
