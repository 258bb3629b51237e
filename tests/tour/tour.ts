import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { applicationTour } from './application-tour.ts';
import { centralTour } from './central-tour.ts';
import { citizenTour } from './citizen-tour.ts';
import { deviceTour } from './device-tour.ts';
import { displayTour } from './display-tour.ts';
import { handCarryTour } from './hand-carry-tour.ts';
import { outageTour } from './outage-tour.ts';

const { values } = parseArgs({
  options: {
    outage: { type: 'string' },
    central: { type: 'boolean', default: false },
    citizen: { type: 'boolean', default: false },
    devices: { type: 'boolean', default: false },
    display: { type: 'boolean', default: false },
    'hand-carry': { type: 'boolean', default: false },
    out: { type: 'string', default: 'out/tour' },
  },
});
if (values.central) await centralTour(join(resolve(values.out), 'central'));
else if (values.citizen) await citizenTour(join(resolve(values.out), 'citizen'));
else if (values.devices) process.exitCode = (await deviceTour(join(resolve(values.out), 'devices'))) ? 0 : 1;
else if (values.display) await displayTour(join(resolve(values.out), 'display'));
else if (values['hand-carry'])
  process.exitCode = (await handCarryTour(join(resolve(values.out), 'hand-carry'))) ? 0 : 1;
else if (values.outage === undefined) await applicationTour(resolve(values.out));
else process.exitCode = (await outageTour(Number(values.outage))) ? 0 : 1;
