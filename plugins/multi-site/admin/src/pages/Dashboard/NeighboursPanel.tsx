import { Flex, Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { useNeighbours } from 'suite-kit/admin';
import type { SiteFigures } from '../../../../shared/contracts/dashboard';
import { useSiteChoice } from '../../choice';
import { accessible } from '../../choice/choose-site';
import { switchTo } from '../../switcher/use-switch-site';
import { useTexts } from '../../texts';
import { Panel } from './Panel';
import { SITE_NEIGHBOURS } from './site-neighbours';

/** Where the other plugins show this site; going there puts the tab on it. */
export const NeighboursPanel = ({ site }: { site: SiteFigures }) => {
  const t = useTexts();
  const { choice, data } = useSiteChoice();
  const neighbours = useNeighbours(SITE_NEIGHBOURS);
  const isHere = !data?.active || (choice.kind === 'site' && choice.site.id === site.id);
  const isOpen = isHere || accessible(data, site.id);
  if (neighbours.length === 0 || !isOpen) return null;
  const state = isHere ? undefined : switchTo({ id: site.id, name: site.name });
  return (
    <Panel title={t('dashboard.neighbours')}>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={3}>
        {neighbours.map(({ key, to }) => (
          <li key={key}>
            <Link tag={RouterLink} to={to} state={state}>
              {t(`dashboard.neighbours.${key}`)}
            </Link>
          </li>
        ))}
      </Flex>
    </Panel>
  );
};
