import { accessContract } from './access.ts';
import { camerasContract } from './cameras.ts';
import { cardsContract } from './cards.ts';
import { catalogContract } from './catalog.ts';
import { devicesContract } from './devices.ts';
import { feedbackContract } from './feedback.ts';
import { handCarryContract } from './hand-carry.ts';
import { outboxContract } from './outbox.ts';
import { practiceContract } from './practice.ts';
import { printingContract } from './printing.ts';
import { queueContract } from './queue.ts';
import { registrationContract } from './registration.ts';
import { selfServiceContract } from './self-service.ts';
import { systemContract } from './system.ts';

/** Everything a face may ask of the station. */
export const stationContract = {
  system: systemContract,
  access: accessContract,
  catalog: catalogContract,
  queue: queueContract,
  registration: registrationContract,
  printing: printingContract,
  outbox: outboxContract,
  handCarry: handCarryContract,
  devices: devicesContract,
  cameras: camerasContract,
  cards: cardsContract,
  selfService: selfServiceContract,
  feedback: feedbackContract,
  practice: practiceContract,
};
export type StationContract = typeof stationContract;
