import {
  Banknote,
  Clock,
  Files,
  FileX2,
  Footprints,
  type LucideIcon,
  Megaphone,
  MessageCircleWarning,
  ShieldAlert,
} from 'lucide-react';
import type { GeneralTopic, ServiceTopic } from './topics.ts';

export const TOPIC_ICONS: Readonly<Record<ServiceTopic | GeneralTopic, LucideIcon>> = {
  documents: Files,
  fees: Banknote,
  time: Clock,
  steps: Footprints,
  refusals: FileX2,
  fraud: ShieldAlert,
  complaints: MessageCircleWarning,
  notices: Megaphone,
};
