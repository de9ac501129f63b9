import { Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { MESSAGES } from '../messages';
import { siteNameOf, useSiteView } from './use-site-view';

/** The head of a list's Site column, in the network view; nothing elsewhere. */
export function useSiteHeaders(): { name: string; label: string }[] {
  const { formatMessage } = useIntl();
  const view = useSiteView();
  return view.kind === 'network' ? [{ name: 'site', label: formatMessage(MESSAGES.site) }] : [];
}

/** The cell below it. */
export const SiteCell = ({ site }: { site: number }) => {
  const view = useSiteView();
  return view.kind === 'network' ? (
    <Table.Cell>
      <Typography textColor="neutral800">{siteNameOf(view, site)}</Typography>
    </Table.Cell>
  ) : null;
};
