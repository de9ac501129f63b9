import { adminApi } from '@strapi/strapi/admin';

const TAGS = ['HealthFigures', 'HealthAlerts', 'HealthChannels', 'HealthSettings'] as const;

/** The admin's one RTK Query api with our tags; each resource injects its endpoints. */
export const api = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });
