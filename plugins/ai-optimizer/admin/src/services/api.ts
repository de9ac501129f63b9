import { adminApi } from '@strapi/strapi/admin';

const TAGS = [
  'QualityScore',
  'QualityRun',
  'QualitySuggestion',
  'QualityExperiment',
  'QualitySettings',
  'QualityKey',
] as const;

/** The admin's one RTK Query api with our tags; each resource injects its endpoints. */
export const api = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });

/** Strapi's client does not encode parameters, and empty ones would fail the contract. */
export const encoded = (params: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== undefined && value !== '' && value !== null)
      .map(([name, value]) => [
        name,
        typeof value === 'string' ? encodeURIComponent(value) : value,
      ]),
  );
