import { adminApi } from '@strapi/strapi/admin';

const TAGS = [
  'FederationSource',
  'FederationRun',
  'FederationConflict',
  'FederationEntry',
] as const;

/** The admin's one RTK Query api with our tags; each resource injects its endpoints. */
export const api = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });

/** Strapi's client writes parameters as they are. */
export const encoded = (params: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, typeof value === 'string' ? encodeURIComponent(value) : value]),
  );
