import { z } from '../../shared/kernel/zod.ts';

/** What the console calls Token, EncodingAESKey and AppID: how this house knows a push for one of WeChat's, meant for it. */
export interface PushSecrets {
  token: string;
  key: string;
  appId: string;
}

/** What WeChat's message server tells, as far as every kind has it. */
export const PushEvent = z.looseObject({ Event: z.string().max(100).optional() });
export type PushEvent = z.infer<typeof PushEvent>;
