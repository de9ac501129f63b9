import { ACTION } from '../../../../shared/plugin';
import { adminRoute } from './helpers';

const share = { actions: [ACTION.shareEntries] };

export default [
  adminRoute('GET', '/copies/targets', 'copies.targets', share),
  adminRoute('POST', '/copies/preview', 'copies.preview', share),
  adminRoute('POST', '/copies', 'copies.copy', share),
];
