export const SERVICE_TOPICS = ['documents', 'fees', 'time', 'steps', 'refusals'] as const;
export type ServiceTopic = (typeof SERVICE_TOPICS)[number];

export const GENERAL_TOPICS = ['fraud', 'complaints', 'notices'] as const;
export type GeneralTopic = (typeof GENERAL_TOPICS)[number];

/** One thing of the catalog that can be read. */
export type Reading =
  | { readonly name: 'service'; readonly serviceKey: string }
  | { readonly name: 'service-topic'; readonly serviceKey: string; readonly topic: ServiceTopic }
  | { readonly name: 'general-topic'; readonly topic: GeneralTopic };
