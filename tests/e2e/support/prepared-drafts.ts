import type { Specimen } from '../../../contract/station/practice.ts';
import { startHeadlessStation } from './headless-station.ts';
import { fillDraft, signInHeadless } from './submit-specimen.ts';

/** Leaves one whole draft of each person in a data folder, open at the review, the last one newest. */
export async function prepareDrafts(dataFolder: string, specimens: readonly Specimen[]): Promise<void> {
  const station = await startHeadlessStation(dataFolder);
  const counter = station.face('counter');
  await signInHeadless(counter);
  for (const specimen of specimens) {
    const draftId = await fillDraft(counter, specimen);
    await counter.registration.moveToStep({ draftId, step: 'review' });
  }
  await station.stop();
}
