import { mediaCases } from './http/media';
import { describeRequests } from './lib/describe-requests';

describeRequests('the media library asked for what is on another site', mediaCases);
