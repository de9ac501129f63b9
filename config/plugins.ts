import type { Core } from '@strapi/strapi';

/** Files an editor may upload. SVG and programs stay out: they can carry scripts. */
const ALLOWED_MEDIA = [
  'image/*',
  'video/*',
  'audio/*',
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.*',
  'text/plain',
  'text/csv',
];

const DENIED_MEDIA = [
  'image/svg+xml',
  'application/vnd.microsoft.portable-executable',
  'application/x-msdownload',
  'application/x-msdos-program',
  'application/x-executable',
  'application/x-dosexec',
  'application/x-sh',
  'text/x-shellscript',
  'application/x-mach-binary',
];

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'multi-site': {
    enabled: env.bool('MULTI_SITE_ENABLED', true),
  },
  personalization: {
    enabled: env.bool('PERSONALIZATION_ENABLED', true),
  },
  'ai-optimizer': {
    enabled: env.bool('AI_OPTIMIZER_ENABLED', true),
  },
  federation: {
    enabled: env.bool('FEDERATION_ENABLED', true),
    config: {
      // Private addresses that sources may have. The demo's feeds are served by this app itself.
      allowedHosts: env.array('FEDERATION_ALLOWED_HOSTS', [
        `localhost:${env.int('PORT', 1337)}`,
        `127.0.0.1:${env.int('PORT', 1337)}`,
      ]),
    },
  },
  'performance-monitor': {
    enabled: env.bool('PERFORMANCE_MONITOR_ENABLED', true),
  },
  graphql: {
    enabled: env.bool('GRAPHQL_ENABLED', true),
    config: {
      // Depth and page size limits keep one query from reading the whole database.
      depthLimit: env.int('GRAPHQL_DEPTH_LIMIT', 10),
      defaultLimit: env.int('GRAPHQL_DEFAULT_LIMIT', 25),
      maxLimit: env.int('GRAPHQL_MAX_LIMIT', 100),
      landingPage: env.bool('GRAPHQL_LANDING_PAGE', false),
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET'),
      jwtManagement: 'refresh',
      sessions: { httpOnly: true },
    },
  },
  upload: {
    config: {
      // Largest file an editor may upload, in bytes.
      sizeLimit: env.int('UPLOAD_SIZE_LIMIT_BYTES', 50 * 1024 * 1024),
      security: { allowedTypes: ALLOWED_MEDIA, deniedTypes: DENIED_MEDIA },
    },
  },
});

export default config;
