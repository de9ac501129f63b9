import { z } from '@strapi/utils';
import type { RuleGroup } from '../rule-tree';
import { ruleTree } from './common';

/** Audiences: GET|POST /personalization/audiences, PUT|DELETE /personalization/audiences/:id. */

export const saveAudienceBody = z
  .object({
    name: z.string().trim().min(1, 'An audience needs a name.').max(80),
    description: z.string().trim().max(300).default(''),
    tree: ruleTree,
    site: z.number().int().optional(),
  })
  .strict();
export type SaveAudienceBody = z.infer<typeof saveAudienceBody>;

export type Audience = {
  id: string;
  /** What rules and neighbours call it; made from the first name and never changed. */
  key: string;
  name: string;
  description: string;
  tree: RuleGroup;
  site: number;
  /** Stored visitors who are in it now. */
  matching: number;
  total: number;
  usedBy: { id: string; name: string }[];
  isSample: boolean;
  updatedAt: string;
};
