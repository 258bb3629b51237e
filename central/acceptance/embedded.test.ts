import { openEmbeddedDatabase } from '../database/embedded-database.ts';
import { describeCentral } from './central.ts';

describeCentral(() => openEmbeddedDatabase());
