import { Box, Link } from '@strapi/design-system';
import { Cog } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { ACTION, PLUGIN_ID } from '../../../shared/plugin';
import { useTexts } from '../texts';

const PERMISSIONS = [{ action: ACTION.readSites, subject: null }];

/** The way to the list of sites, for those who may see it. */
export const ManageLink = ({ onFollow }: { onFollow: () => void }) => {
  const t = useTexts();
  const { allowedActions } = useRBAC(PERMISSIONS);
  if (!allowedActions.canReadSites) return null;
  return (
    <Box padding={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}`} startIcon={<Cog />} onClick={onFollow}>
        {t('switcher.manage')}
      </Link>
    </Box>
  );
};
