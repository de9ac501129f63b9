import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { Site } from '../../../../shared/contracts/sites';
import { useSiteChoice } from '../../choice';
import { accessible } from '../../choice/choose-site';
import { useSwitchSite } from '../../switcher/use-switch-site';
import { useTexts } from '../../texts';

/** Puts this tab on the site; absent while there is nothing to choose between. */
export const WorkHereButton = ({ site }: { site: Pick<Site, 'id' | 'name'> }) => {
  const t = useTexts();
  const { choice, data } = useSiteChoice();
  const switchTo = useSwitchSite();
  if (!data?.active || !accessible(data, site.id)) return null;
  if (choice.kind === 'site' && choice.site.id === site.id) {
    return (
      <Flex gap={1}>
        <Check aria-hidden fill="primary600" />
        <Typography fontWeight="semiBold" textColor="primary700">
          {t('sites.current')}
        </Typography>
      </Flex>
    );
  }
  return (
    <Button variant="tertiary" size="S" onClick={() => switchTo({ id: site.id, name: site.name })}>
      {t('sites.work-here')}
      <VisuallyHidden>{`: ${site.name}`}</VisuallyHidden>
    </Button>
  );
};
