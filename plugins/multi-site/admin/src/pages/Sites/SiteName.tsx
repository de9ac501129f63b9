import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { Site } from '../../../../shared/contracts/sites';
import { PATHS } from '../../paths';
import { useIsManageable } from './use-is-manageable';

/** A site's name, leading to its settings for those who may see them from here. */
export const SiteName = ({ site }: { site: Site }) =>
  useIsManageable(site) ? (
    <Link tag={RouterLink} to={PATHS.dashboard(site.id)}>
      {site.name}
    </Link>
  ) : (
    <Typography fontWeight="semiBold">{site.name}</Typography>
  );
