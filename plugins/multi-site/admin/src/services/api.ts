import { adminApi } from '@strapi/strapi/admin';
import { siteChoice } from '../choice';

const TAGS = [
  'MultiSiteSite',
  'MultiSiteMember',
  'MultiSiteIsolation',
  'MultiSiteToken',
  'MultiSiteWebhook',
  'MultiSiteRevalidation',
  'MultiSiteWorkflow',
  'MultiSiteTask',
  'MultiSiteAudit',
  'MultiSiteShare',
] as const;

/** The admin's one RTK Query api with our tags; each resource injects its endpoints. */
export const api = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });

type Lifecycle = { queryFulfilled: Promise<unknown> };

/** After a change to sites or members the switcher may have other rows, or appear at all. */
export async function refreshSwitcher(_argument: unknown, { queryFulfilled }: Lifecycle) {
  try {
    await queryFulfilled;
  } catch {
    return; // The caller of the mutation gets the error and shows it; nothing has changed.
  }
  await siteChoice.refresh();
}
