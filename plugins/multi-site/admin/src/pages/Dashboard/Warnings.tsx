import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { Warning } from '../../../../shared/contracts/dashboard';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';

/** What needs somebody's attention, with the way to it. */
export const Warnings = ({
  siteId,
  warnings,
}: {
  siteId: string;
  warnings: readonly Warning[];
}) => {
  const t = useTexts();
  if (warnings.length === 0) return null;
  return (
    <Box
      tag="section"
      aria-label={t('dashboard.warnings')}
      padding={4}
      marginBottom={4}
      background="warning100"
      borderColor="warning200"
      borderStyle="solid"
      borderWidth="1px"
      hasRadius
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {warnings.map((warning) => (
          <Flex tag="li" key={warning} gap={3} wrap="wrap">
            <WarningCircle aria-hidden fill="warning600" />
            <Typography textColor="neutral800">{t(`dashboard.warning.${warning}`)}</Typography>
            {warning === 'no-content' ? null : (
              <Link
                tag={RouterLink}
                to={warning === 'no-members' ? PATHS.members(siteId) : PATHS.site(siteId)}
              >
                {t(warning === 'no-members' ? 'dashboard.to-members' : 'dashboard.to-settings')}
              </Link>
            )}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
