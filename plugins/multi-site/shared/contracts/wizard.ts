import { z } from '@strapi/utils';
import type { WizardStep } from '../wizard-steps';
import { createSiteBody, type Site, type SiteProblem } from './sites';

/**
 * The wizard: POST /multi-site/wizard/check (what would happen, and what is wrong with it),
 * POST /multi-site/wizard (makes the site), GET /multi-site/wizard/runs/:runId (how far it is),
 * GET /multi-site/wizard/templates, POST /multi-site/sites/:id/undo, POST /multi-site/sites/:id/clone.
 */

const siteId = z.string().min(1).max(64);
const uid = z.string().min(1).max(255);

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }).strict(),
  z
    .object({
      kind: z.literal('template'),
      site: siteId,
      /** Left out: all types. */
      contentTypes: z.array(uid).max(200).optional(),
    })
    .strict(),
  z
    .object({
      kind: z.literal('entries'),
      site: siteId,
      entries: z
        .array(z.object({ contentType: uid, documentId: z.string().min(1).max(64) }).strict())
        .max(1000),
    })
    .strict(),
]);
export type WizardContent = z.infer<typeof content>;

const workflow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).strict(),
  z.object({ kind: z.literal('default'), contentTypes: z.array(uid).min(1).max(200) }).strict(),
]);

const person = z
  .object({
    userId: z.number().int().positive(),
    roles: z.array(z.string().min(1).max(255)).min(1, 'Choose at least one role.').max(20),
  })
  .strict();

export const wizardDraft = z
  .object({
    ...createSiteBody.shape,
    content: content.default({ kind: 'empty' }),
    people: z.array(person).max(200).default([]),
    workflow: workflow.default({ kind: 'none' }),
  })
  .strict();
export type WizardDraft = z.infer<typeof wizardDraft>;
export type WizardInput = z.input<typeof wizardDraft>;

/** Anything may be missing or wrong in it: that is what is asked. */
export const checkWizardBody = z.object({ draft: z.record(z.string(), z.unknown()) }).strict();

export const runParams = z.object({ runId: z.coerce.number().int().positive() });

export const cloneSiteBody = z
  .object({
    name: createSiteBody.shape.name,
    slug: createSiteBody.shape.slug,
    domain: createSiteBody.shape.domain,
    /** The same people with the same roles. */
    withMembers: z.boolean().default(false),
  })
  .strict();
export type CloneSiteBody = z.infer<typeof cloneSiteBody>;

export type WizardProblem = SiteProblem & { step: WizardStep };

export type TypeCount = { uid: string; name: string; documents: number };

/** What would happen if the last button were pressed now. */
export type WizardPreview = {
  name: string;
  slug: string;
  address: string | null;
  status: string;
  /** This is the second site: from now on content is kept apart. */
  closesBorder: boolean;
  content: { from: string | null; types: TypeCount[]; documents: number; files: number };
  people: { userId: number; name: string; roles: string[] }[];
  workflow: { types: string[] } | null;
};

/** `preview` is null while something is wrong. */
export type CheckWizardResponse = {
  data: { problems: WizardProblem[]; preview: WizardPreview | null };
  meta: Record<string, never>;
};

export type SiteRun = {
  id: number;
  state: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  note: string | null;
  error: string | null;
  site: { id: string; name: string } | null;
};
export type CreateByWizardResponse = {
  data: { site: Site; run: SiteRun };
  meta: Record<string, never>;
};
export type SiteRunResponse = { data: SiteRun; meta: Record<string, never> };

export type Template = { id: string; name: string; types: TypeCount[]; documents: number };
export type TemplatesResponse = {
  data: {
    sites: Template[];
    /** Null where there are no workflows: the wizard leaves that step out. */
    workflow: { stages: string[]; contentTypes: { uid: string; name: string }[] } | null;
  };
  meta: Record<string, never>;
};

export const templateEntriesQuery = z
  .object({
    contentType: uid,
    q: z.string().trim().max(120).optional(),
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict();
export type TemplateEntriesQuery = z.infer<typeof templateEntriesQuery>;
export type TemplateEntry = { documentId: string; title: string; isPublished: boolean };
export type TemplateEntriesResponse = {
  data: TemplateEntry[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
};
