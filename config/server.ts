import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  // Only this machine by default: the demo prints its logins. Set 0.0.0.0 to serve a network.
  host: env('HOST', '127.0.0.1'),
  // Port to listen on.
  port: env.int('PORT', 1337),
  // Public address, e.g. https://cms.example.com. Empty: relative addresses.
  url: env('PUBLIC_URL', ''),
  // true behind a reverse proxy, so that X-Forwarded-* headers are believed.
  proxy: { koa: env.bool('IS_PROXIED', false) },
  // Keys that sign session cookies; generated into .env at the first start.
  app: { keys: env.array('APP_KEYS')! },
  // true: webhook bodies carry populated relations (slower).
  webhooks: { populateRelations: env.bool('WEBHOOKS_POPULATE_RELATIONS', false) },
  // Strapi's "a new version is available" line and its start-up table in the terminal.
  logger: {
    updates: { enabled: env.bool('LOG_UPDATES', false) },
    startup: { enabled: env.bool('LOG_STARTUP', true) },
  },
  // The MCP endpoint lets AI tools edit content with an admin token; off unless wanted.
  mcp: { enabled: env.bool('MCP_ENABLED', false) },
});

export default config;
