import { createScannerBench } from '../virtual/scanner/scanner-rig.ts';
import { acceptScannerManager } from './scanner-acceptance.ts';

acceptScannerManager(createScannerBench);
