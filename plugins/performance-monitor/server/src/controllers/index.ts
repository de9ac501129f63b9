import alerts from './alerts';
import health from './health';
import open from './open';
import settings from './settings';

export default { alerts, health, open, settings };
