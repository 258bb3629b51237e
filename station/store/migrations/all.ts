import type { Migration } from '../migrate.ts';
import { addAccess } from './0010-access.ts';
import { addCatalogs } from './0020-catalog.ts';
import { addQueue } from './0030-queue.ts';
import { addCounts } from './0035-counts.ts';
import { addDrafts } from './0040-drafts.ts';
import { addApplications } from './0045-applications.ts';
import { addAudit } from './0050-audit.ts';
import { addPackets } from './0060-packets.ts';
import { addPrintJobs } from './0070-print-jobs.ts';
import { addCentral } from './0080-central.ts';
import { addCameras } from './0085-cameras.ts';
import { addSending } from './0094-sending.ts';
import { addAppointments } from './0096-appointments.ts';
import { addEnrolmentFile } from './0098-enrolment-file.ts';
import { addReadings } from './0100-readings.ts';
import { addStillChoice } from './0105-still-choice.ts';
import { addCarriedFiles } from './0110-carried-files.ts';
import { addQueueCalls } from './0120-queue-calls.ts';
import { addFeedback } from './0125-feedback.ts';
import { addSlips } from './0130-slips.ts';
import { addCatalogDays } from './0140-catalog-days.ts';
import { addOfficeWord } from './0150-office-word.ts';
import { addCitizenDrafts } from './0170-citizen-drafts.ts';
import { addComplaintMedia } from './0172-complaint-media.ts';

/** Every step of the schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, apply: addAccess },
  { version: 20, apply: addCatalogs },
  { version: 30, apply: addQueue },
  { version: 35, apply: addCounts },
  { version: 40, apply: addDrafts },
  { version: 45, apply: addApplications },
  { version: 50, apply: addAudit },
  { version: 60, apply: addPackets },
  { version: 70, apply: addPrintJobs },
  { version: 80, apply: addCentral },
  { version: 85, apply: addCameras },
  { version: 94, apply: addSending },
  { version: 96, apply: addAppointments },
  { version: 98, apply: addEnrolmentFile },
  { version: 100, apply: addReadings },
  { version: 105, apply: addStillChoice },
  { version: 110, apply: addCarriedFiles },
  { version: 120, apply: addQueueCalls },
  { version: 125, apply: addFeedback },
  { version: 130, apply: addSlips },
  { version: 140, apply: addCatalogDays },
  { version: 150, apply: addOfficeWord },
  { version: 170, apply: addCitizenDrafts },
  { version: 172, apply: addComplaintMedia },
];
