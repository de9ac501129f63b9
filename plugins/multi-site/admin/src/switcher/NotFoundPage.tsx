import { EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { EmptyPictures } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

/** Strapi's page for addresses that lead nowhere, in Strapi's own words: its own stands outside the switcher. */
export const NotFoundPage = () => {
  const { formatMessage } = useIntl();
  const title = formatMessage({
    id: 'content-manager.pageNotFound',
    defaultMessage: 'Page not found',
  });
  const back = formatMessage({
    id: 'app.components.NotFoundPage.back',
    defaultMessage: 'Back to homepage',
  });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} />
      <Layouts.Content>
        <EmptyStateLayout
          icon={<EmptyPictures width="16rem" />}
          content={formatMessage({
            id: 'app.page.not.found',
            defaultMessage: "Oops! We can't seem to find the page you're looging for...",
          })}
          action={
            <LinkButton tag={Link} variant="secondary" endIcon={<ArrowRight />} to="/">
              {back}
            </LinkButton>
          }
          shadow="tableShadow"
          hasRadius
        />
      </Layouts.Content>
    </Page.Main>
  );
};
