/**
 * What the specification names, in its own words (the part after `says`), and where it is. The
 * test beside this finds each of them on a running Strapi.
 */
type Table = { says: string; table: string; columns: string[] };
type Endpoint = {
  says: string;
  method: 'GET' | 'POST' | 'PUT';
  /** `:site` stands for the id of a site, `:article` for that of an article. */
  path: string;
};
type Screen = { says: string; plugin: string; route: string };

export const TABLES: Table[] = [
  {
    says: '`sites` table (id, domain, name, settings)',
    table: 'sites',
    columns: ['id', 'domain', 'name', 'settings'],
  },
  {
    says: '`site_users` (site_id, user_id, role)',
    table: 'site_users',
    columns: ['site_id', 'user_id', 'role'],
  },
  {
    says: '`site_content` (site_id, content_id)',
    table: 'site_content',
    columns: ['site_id', 'content_id'],
  },
  {
    says: '`user_profiles` (user_id, preferences, behavior_patterns)',
    table: 'user_profiles',
    columns: ['user_id', 'preferences', 'behavior_patterns'],
  },
  {
    says: '`content_recommendations` (content_id, user_id, score)',
    table: 'content_recommendations',
    columns: ['content_id', 'user_id', 'score'],
  },
  {
    says: '`personalization_rules` (rule_name, conditions, actions)',
    table: 'personalization_rules',
    columns: ['rule_name', 'conditions', 'actions'],
  },
  {
    says: '`federated_content` (source_id, local_id, metadata)',
    table: 'federated_content',
    columns: ['source_id', 'local_id', 'metadata'],
  },
  {
    says: '`sync_status` (content_id, last_sync, status)',
    table: 'sync_status',
    columns: ['content_id', 'last_sync', 'status'],
  },
];

export const ENDPOINTS: Endpoint[] = [
  { says: 'GET /sites → List all sites', method: 'GET', path: '/api/sites' },
  { says: 'POST /sites → Create new site', method: 'POST', path: '/api/sites' },
  { says: 'PUT /sites/{id} → Update site', method: 'PUT', path: '/api/sites/:site' },
  {
    says: 'GET /sites/{id}/content → Get site content',
    method: 'GET',
    path: '/api/sites/:site/content',
  },
  // Integration points of Phase 25.
  { says: 'Existing analytics system', method: 'POST', path: '/api/personalization/v1/batch' },
  { says: 'Content API', method: 'GET', path: '/api/personalization/resolve' },
  { says: 'AI services', method: 'GET', path: '/api/personalization/recommendations' },
];

const screen = (plugin: string, says: string, route: string): Screen => ({ plugin, says, route });

export const SCREENS: Screen[] = [
  screen('multi-site', 'Site management dashboard', 'sites/:id/dashboard'),
  screen('multi-site', 'Site configuration wizard', 'sites/new'),
  screen('personalization', 'personalization_rules', 'rules'),
  screen('personalization', 'user_profiles', 'visitors'),
  screen('personalization', 'content_recommendations', 'recommendations'),
  screen('federation', 'Federation Service', 'sources/new'),
  screen('federation', 'Content Synchronization', 'runs'),
  screen('federation', 'Conflict Resolution', 'conflicts'),
  screen('ai-optimizer', 'Optimization panel', 'entries/:uid/:documentId'),
  screen('ai-optimizer', 'A/B test configuration', 'experiments/new'),
  screen('performance-monitor', 'API response times', 'api'),
  screen('performance-monitor', 'Database query performance', 'database'),
  screen('performance-monitor', 'Content delivery metrics', 'delivery'),
  screen('performance-monitor', 'AI processing times', 'ai'),
  screen('performance-monitor', 'Alert', 'alerts'),
];

/** Screens at the first address of their plugin, and parts that have none of their own. */
export const PARTS = [
  { says: 'Site switcher dropdown', plugin: 'multi-site', file: 'admin/src/switcher' },
  { says: 'Content scoring dashboard', plugin: 'ai-optimizer', file: 'admin/src/pages/Quality' },
];
