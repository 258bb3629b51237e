import { createPrinterRig } from '../virtual/printer/printer-rig.ts';
import { acceptPrinterManager } from './printer-acceptance.ts';

acceptPrinterManager(createPrinterRig);
