import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyPermissions } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useTexts } from '../texts';

/** What people see who are signed in but on no site: where to ask, not a broken admin. */
export const NoSiteNotice = () => {
  const t = useTexts();
  return (
    <Page.Main>
      <Page.Title>{t('no-site.title')}</Page.Title>
      <Layouts.Header title={t('no-site.title')} />
      <Layouts.Content>
        <Box>
          <EmptyStateLayout
            icon={<EmptyPermissions width="16rem" />}
            content={t('no-site.text')}
            shadow="tableShadow"
            hasRadius
          />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
};
