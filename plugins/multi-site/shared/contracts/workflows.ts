import { z } from '@strapi/utils';
import { STAGE_COLORS } from '../stage-colors';
import type { RoleSummary } from './members';

/**
 * The workflow of a site: GET|PUT /multi-site/sites/:id/workflow. Off until a site turns it on.
 */

export const stageKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A stage key is made of small letters, digits and hyphens.')
  .max(40);

const transition = z
  .object({
    to: stageKey,
    /** Codes of roles on this site. Empty: everybody who may edit the entry. */
    roles: z.array(z.string().min(1).max(255)).max(50),
  })
  .strict();

const stage = z
  .object({
    key: stageKey,
    name: z.string().trim().min(1, 'A stage needs a name.').max(60),
    color: z.enum(STAGE_COLORS),
    /** Entries in this stage may be published. */
    canPublish: z.boolean(),
    transitions: z.array(transition).max(20),
  })
  .strict();
export type Stage = z.infer<typeof stage>;

const workflowFields = {
  isEnabled: z.boolean(),
  /** Uids of content types with drafts. */
  contentTypes: z.array(z.string().min(1).max(255)).max(200),
  stages: z.array(stage).min(2, 'A workflow needs at least two stages.').max(12),
  /** Where an entry goes when it is published; null leaves it where it is. */
  whenPublished: stageKey.nullable(),
  /** Where a published entry goes when it is edited again; null lets it be published again freely. */
  whenEdited: stageKey.nullable(),
};

export const saveWorkflowBody = z
  .object({
    ...workflowFields,
    /** Removed stage → stage that takes over its entries. Asked for when there are any. */
    replace: z.record(stageKey, stageKey).optional(),
    /** What the form was loaded with: nobody's change is overwritten unseen. */
    version: z.number().int().min(0),
  })
  .strict();
export type SaveWorkflowBody = z.infer<typeof saveWorkflowBody>;

export type WorkflowRules = Pick<
  SaveWorkflowBody,
  'isEnabled' | 'contentTypes' | 'stages' | 'whenPublished' | 'whenEdited'
>;
export type Workflow = WorkflowRules & { version: number };

export type WorkflowResponse = {
  data: {
    /** What is stored, or the one offered while nothing is. */
    workflow: Workflow;
    isStored: boolean;
    /** Types that can be put under it: those with drafts. */
    contentTypes: { uid: string; name: string }[];
    roles: RoleSummary[];
    /** Entries in each stage. */
    counts: Record<string, number>;
  };
  meta: Record<string, never>;
};
