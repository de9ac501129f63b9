import { Box, Tabs } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { PageFrame, pageState } from 'suite-kit/admin';
import { useSiteChoice } from '../../choice';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';
import { ProblemsTab } from './ProblemsTab';
import { SharesTab } from './SharesTab';

const TABS = ['out', 'in', 'problems'] as const;

/** What a site shares, what it reads of others, and what needs somebody. */
export const SharingPage = () => {
  const t = useTexts();
  const { canShareEntries, isLoading } = usePermissions();
  const { choice } = useSiteChoice();
  const [{ query }, setQuery] = useQueryParams<{ tab?: string }>();
  const isNetwork = choice.kind === 'network';
  // Where all sites are in view there is one list.
  const tabs = TABS.filter((tab) => !isNetwork || tab !== 'in');
  const tab = tabs.find((known) => known === query.tab) ?? 'out';
  const isSeveral = isNetwork || choice.kind === 'site';
  return (
    <PageFrame
      title={t('sharing.title')}
      help={t('sharing.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canShareEntries,
        isLoading,
        problem: null,
        onRetry: () => undefined,
        empty: isSeveral ? null : { message: t('sharing.one-site') },
      })}
    >
      <Tabs.Root
        value={tab}
        onValueChange={(value: string) => setQuery({ tab: value }, 'push', false)}
        variant="simple"
      >
        <Tabs.List aria-label={t('sharing.tabs')}>
          {tabs.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {t(one === 'out' && isNetwork ? 'sharing.tab.all' : `sharing.tab.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Box paddingTop={4}>
          <Tabs.Content value="out">
            <SharesTab direction="out" />
          </Tabs.Content>
          {isNetwork ? null : (
            <Tabs.Content value="in">
              <SharesTab direction="in" />
            </Tabs.Content>
          )}
          <Tabs.Content value="problems">
            <ProblemsTab />
          </Tabs.Content>
        </Box>
      </Tabs.Root>
    </PageFrame>
  );
};
