/** Where the other plugins show what belongs to a site. They are named here and never required. */
export const SITE_NEIGHBOURS = [
  {
    key: 'quality',
    plugin: 'ai-optimizer',
    action: 'plugin::ai-optimizer.overview.read-quality',
    to: '/plugins/ai-optimizer',
  },
  {
    key: 'experiments',
    plugin: 'ai-optimizer',
    action: 'plugin::ai-optimizer.experiments.read-experiments',
    to: '/plugins/ai-optimizer/experiments',
  },
  {
    key: 'audiences',
    plugin: 'personalization',
    action: 'plugin::personalization.overview.read-personalization',
    to: '/plugins/personalization',
  },
  {
    key: 'sources',
    plugin: 'federation',
    action: 'plugin::federation.overview.read-federation',
    to: '/plugins/federation',
  },
  {
    key: 'health',
    plugin: 'performance-monitor',
    action: 'plugin::performance-monitor.health.read-health',
    to: '/plugins/performance-monitor',
  },
] as const;
