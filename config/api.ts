import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Api => ({
  rest: {
    // Entries on a page when the request does not say, and the most it may ask for.
    defaultLimit: env.int('API_DEFAULT_LIMIT', 25),
    maxLimit: env.int('API_MAX_LIMIT', 100),
    // Lists carry the total unless switched off (a count for each list).
    withCount: env.bool('API_WITH_COUNT', true),
    // Unknown query parameters are an error instead of being ignored.
    strictParams: env.bool('API_STRICT_PARAMS', true),
  },
  documents: {
    strictParams: env.bool('DOCUMENTS_STRICT_PARAMS', true),
    // A relation to an entry that does not exist is an error instead of being dropped.
    strictRelations: env.bool('DOCUMENTS_STRICT_RELATIONS', true),
  },
});

export default config;
