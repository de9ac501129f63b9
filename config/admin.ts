import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  // Secrets are generated into .env at the first start; losing one ends sessions or voids tokens.
  auth: {
    secret: env('ADMIN_JWT_SECRET')!,
    // A secure cookie is refused over plain HTTP, so it follows the public address by default.
    cookie: {
      secure: env.bool('ADMIN_COOKIE_SECURE', env('PUBLIC_URL', '').startsWith('https://')),
    },
  },
  apiToken: { salt: env('API_TOKEN_SALT')! },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT')! } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY')! },
  // Survey, upgrade advertisements and documentation links inside the admin.
  flags: {
    nps: env.bool('FLAG_NPS', false),
    promoteEE: env.bool('FLAG_PROMOTE_EE', false),
    docLinks: env.bool('FLAG_DOC_LINKS', true),
  },
  // Limits login attempts; switch off only for automated tests.
  rateLimit: { enabled: env.bool('ADMIN_RATE_LIMIT', true) },
  // Path of the admin panel.
  url: env('ADMIN_URL', '/admin'),
});

export default config;
