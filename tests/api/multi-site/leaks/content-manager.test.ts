import { contentManagerCases } from './http/content-manager';
import { describeRequests } from './lib/describe-requests';

describeRequests('the content manager asked for what is on another site', contentManagerCases);
