import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useSiteChoice } from '../../choice';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';

/** With one site only: what a second one changes, and what has to come before it. */
export const FirstSteps = ({ canCreate }: { canCreate: boolean }) => {
  const t = useTexts();
  const { data } = useSiteChoice();
  const isReporting = data?.mode === 'report';
  return (
    <Box background="neutral0" padding={6} marginBottom={6} shadow="tableShadow" hasRadius>
      <Typography variant="beta" tag="h2">
        {t('first.title')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={4}>
        {(['first.separate', 'first.switcher', 'first.people', 'first.visitors'] as const).map(
          (id) => (
            <Flex key={id} tag="li" gap={3} alignItems="flex-start">
              <Typography aria-hidden textColor="primary600">
                •
              </Typography>
              <Typography>{t(id)}</Typography>
            </Flex>
          ),
        )}
      </Flex>
      {canCreate ? (
        <Box paddingTop={5}>
          {isReporting ? (
            <Flex direction="column" alignItems="flex-start" gap={3}>
              <Typography textColor="neutral600">{t('first.report-mode')}</Typography>
              <LinkButton tag={Link} to={PATHS.isolation} variant="secondary">
                {t('first.to-isolation')}
              </LinkButton>
            </Flex>
          ) : (
            <LinkButton tag={Link} to={PATHS.newSite} variant="secondary">
              {t('first.create')}
            </LinkButton>
          )}
        </Box>
      ) : null}
    </Box>
  );
};
