import { Badge, Button } from '@strapi/design-system';
import type { Site } from '../../../../shared/contracts/sites';
import { useSiteChoice } from '../../choice';
import { accessible } from '../../choice/choose-site';
import { useSwitchSite } from '../../switcher/use-switch-site';
import { useTexts } from '../../texts';

/** Puts this tab on the site; absent while there is nothing to choose between. */
export const WorkHereButton = ({ site }: { site: Site }) => {
  const t = useTexts();
  const { choice, data } = useSiteChoice();
  const switchTo = useSwitchSite();
  if (!data?.active || !accessible(data, site.id)) return null;
  if (choice.kind === 'site' && choice.site.id === site.id) {
    return <Badge active>{t('sites.current')}</Badge>;
  }
  return (
    <Button
      variant="tertiary"
      size="S"
      aria-label={t('sites.work-here-on', { name: site.name })}
      onClick={() => switchTo({ id: site.id, name: site.name })}
    >
      {t('sites.work-here')}
    </Button>
  );
};
