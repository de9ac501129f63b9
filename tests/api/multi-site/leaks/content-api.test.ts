import { contentApiCases } from './http/content-api';
import { describeRequests } from './lib/describe-requests';

describeRequests('the content API asked for what is on another site', contentApiCases);
