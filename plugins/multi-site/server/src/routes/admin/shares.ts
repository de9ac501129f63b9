import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const share = { actions: [ACTION.shareEntries] };

export default [
  adminRoute('GET', '/shares/targets', 'shares.targets', share),
  adminRoute('GET', '/shares/problems', 'shares.problems', share),
  adminRoute('POST', '/shares/tidy', 'shares.tidy', share),
  adminRoute('GET', '/shares', 'shares.find', share),
  adminRoute('POST', '/shares', 'shares.share', share),
  adminRoute('POST', '/shares/preview', 'shares.preview', share),
  adminRoute('POST', '/shares/stop', 'shares.stop', share),
  // Who reads an entry may know whose it is.
  adminRoute('GET', '/shares/entry', 'shares.entry'),
  adminRoute('GET', '/shares/labels', 'shares.labels'),
];
