import isolation from './isolation';
import members from './members';
import publicSites from './public-sites';
import sites from './sites';
import switchSites from './switch';
import tokens from './tokens';

export default {
  isolation,
  members,
  'public-sites': publicSites,
  sites,
  switch: switchSites,
  tokens,
};
