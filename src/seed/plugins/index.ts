import { aiOptimizerSeed } from './ai-optimizer';
import type { PluginSeed } from './context';
import { federationSeed } from './federation';
import { frontEndSeed } from './front-end';
import { multiSiteWorkflows } from './multi-site-workflow';
import { performanceMonitorSeed } from './performance-monitor';
import { personalizationSeed } from './personalization';

/** What fills the plugins' screens in the demo, in this order: a line for each plugin. */
export const PLUGIN_SEEDS: PluginSeed[] = [
  personalizationSeed,
  aiOptimizerSeed,
  performanceMonitorSeed,
  federationSeed,
  frontEndSeed,
  // Last: from then on publishing asks the workflows.
  multiSiteWorkflows,
];
