import { browserKeyContentType, jobContentTypes } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import alert from './alert/schema';
import bucket from './bucket/schema';
import channel from './channel/schema';
import delivery from './delivery/schema';
import marker from './marker/schema';
import rule from './rule/schema';
import silence from './silence/schema';
import statement from './statement/schema';
import trace from './trace/schema';

const { lease } = jobContentTypes(PLUGIN_ID, 'performance_monitor');

export default {
  alert: { schema: alert },
  'browser-key': { schema: browserKeyContentType(PLUGIN_ID, 'performance_monitor') },
  bucket: { schema: bucket },
  channel: { schema: channel },
  delivery: { schema: delivery },
  lease: { schema: lease },
  marker: { schema: marker },
  rule: { schema: rule },
  silence: { schema: silence },
  statement: { schema: statement },
  trace: { schema: trace },
};
