import { browserKeyContentType, jobContentTypes, overlayAttributes } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import { event, experiment, performance, tally } from './experiments';
import { ownType } from './own';
import { keyphrase, score } from './scores';
import { budget, setting, suggestion } from './suggestions';

const variant = ownType(
  { name: 'variant', plural: 'variants', table: 'variants', label: 'Variant' },
  {
    ...overlayAttributes,
    /** documentId of the experiment it belongs to. */
    experiment: { type: 'string', required: true, maxLength: 40 },
    /** Its place among the variants, from 1; 0 is the original. */
    number: { type: 'integer', required: true },
    weight: { type: 'float', required: true, default: 0.5 },
  },
  [{ name: 'ai_optimizer_variants_experiment_idx', columns: ['experiment'] }],
);

const { run, lease } = jobContentTypes(PLUGIN_ID, 'ai_optimizer');

export default {
  score: { schema: score },
  keyphrase: { schema: keyphrase },
  suggestion: { schema: suggestion },
  setting: { schema: setting },
  budget: { schema: budget },
  experiment: { schema: experiment },
  variant: { schema: variant },
  event: { schema: event },
  tally: { schema: tally },
  performance: { schema: performance },
  run: { schema: run },
  lease: { schema: lease },
  'browser-key': { schema: browserKeyContentType(PLUGIN_ID, 'ai_optimizer') },
};
