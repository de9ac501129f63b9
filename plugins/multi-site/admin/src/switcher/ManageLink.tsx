import { Box, Link } from '@strapi/design-system';
import { Cog } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { PLUGIN_ID } from '../../../shared/plugin';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** The way to the list of sites, for those who may see it. */
export const ManageLink = ({ onFollow }: { onFollow: () => void }) => {
  const t = useTexts();
  const { canReadSites } = usePermissions();
  if (!canReadSites) return null;
  return (
    <Box padding={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}`} startIcon={<Cog />} onClick={onFollow}>
        {t('switcher.manage')}
      </Link>
    </Box>
  );
};
