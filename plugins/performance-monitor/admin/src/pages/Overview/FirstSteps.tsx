import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';
import { useWindow } from '../../window/use-window';

/** Nothing was measured in this window: what happens by itself, and what to do. */
export const FirstSteps = () => {
  const t = useTexts();
  const window = useWindow();
  const { canManage } = usePermissions();
  return (
    <Box background="neutral0" padding={6} shadow="tableShadow" hasRadius>
      <Typography variant="beta" tag="h2">
        {t('first.title')}
      </Typography>
      <Flex
        tag="ol"
        direction="column"
        alignItems="stretch"
        gap={2}
        paddingTop={4}
        paddingBottom={5}
      >
        {(['first.collects', 'first.call', 'first.alert'] as const).map((id) => (
          <Typography key={id} tag="li">
            {t(id)}
          </Typography>
        ))}
      </Flex>
      <Flex gap={3} wrap="wrap">
        <Button variant="secondary" onClick={window.refresh}>
          {t('first.look-again')}
        </Button>
        {canManage ? (
          <LinkButton tag={Link} to={PATHS.newRule} variant="tertiary">
            {t('alerts.new-rule')}
          </LinkButton>
        ) : null}
      </Flex>
    </Box>
  );
};
