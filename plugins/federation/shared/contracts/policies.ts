import { z } from '@strapi/utils';
import { DELETE_RULES, FIELD_RULES, PRESETS, type FieldRule, type Preset } from '../policy-names';

export { DELETE_RULES, FIELD_RULES, PRESETS, type FieldRule, type Preset };

export const policySchema = z
  .object({
    preset: z.enum(PRESETS).default('merge'),
    onDelete: z.enum(DELETE_RULES).default('unpublish'),
    /** Publish what arrives; otherwise it waits as a draft. */
    publish: z.boolean().default(false),
  })
  .strict();
export type Policy = z.infer<typeof policySchema>;
