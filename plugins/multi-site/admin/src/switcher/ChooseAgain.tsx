import { Box, Button, Dialog, Typography } from '@strapi/design-system';
import type { Choice, SwitchData } from '../choice/choose-site';
import { useTexts } from '../texts';
import { SitePicker } from './SitePicker';
import { useSwitchSite } from './use-switch-site';

type Props = { data: SwitchData; lost: Extract<Choice, { kind: 'lost' }> };

/** The site of this tab was taken away: says so, and offers the others. */
export const ChooseAgain = ({ data, lost }: Props) => {
  const t = useTexts();
  const switchTo = useSwitchSite();
  const hasOthers = data.sites.length > 0 || data.canAccessNetwork;

  return (
    <Dialog.Root open>
      <Dialog.Content>
        <Dialog.Header>
          {lost.name ? t('lost.title', { name: lost.name }) : t('lost.title-network')}
        </Dialog.Header>
        <Box padding={6}>
          <Dialog.Description>
            <Typography>{t(hasOthers ? 'lost.text' : 'no-site.text')}</Typography>
          </Dialog.Description>
          {hasOthers ? <SitePicker data={data} choice={lost} onChoose={switchTo} /> : null}
        </Box>
        {hasOthers ? null : (
          <Dialog.Footer>
            <Button onClick={() => window.location.reload()}>{t('lost.reload')}</Button>
          </Dialog.Footer>
        )}
      </Dialog.Content>
    </Dialog.Root>
  );
};
