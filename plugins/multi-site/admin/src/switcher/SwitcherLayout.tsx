import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Page } from '@strapi/strapi/admin';
import { Outlet, useLocation } from 'react-router-dom';
import { useNotify } from 'suite-kit/admin';
import { useSiteChoice } from '../choice';
import { takeAnnouncement } from '../choice/storage';
import { SteadyDialogsProvider } from '../dialogs/steady-dialogs';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useTexts } from '../texts';
import { ChooseAgain } from './ChooseAgain';
import { NoSiteNotice } from './NoSiteNotice';
import { SiteStripe } from './SiteStripe';
import { SiteSwitcher } from './SiteSwitcher';
import { useNavSlot } from './use-nav-slot';
import { useSwitchUnderWay } from './use-switch-site';
import { useTitlePrefix } from './use-title-prefix';

/**
 * Around every page: the switcher and the signs of the chosen site. While only one
 * site exists nothing of it is there, and the page is what it is without the plugin.
 */
export const SwitcherLayout = () => {
  const { choice, data } = useSiteChoice();
  const slot = useNavSlot();
  const isSwitching = useSwitchUnderWay();
  useTitlePrefix(useChoiceName());
  useTellChange();

  const isChosen = choice.kind === 'site' || choice.kind === 'network';
  return (
    <SteadyDialogsProvider>
      {slot && data && isChosen
        ? createPortal(<SiteSwitcher data={data} choice={choice} />, slot)
        : null}
      {isChosen ? <SiteStripe choice={choice} /> : null}
      {data && choice.kind === 'lost' ? <ChooseAgain data={data} lost={choice} /> : null}
      <CurrentPage isSwitching={isSwitching} hasNoSite={choice.kind === 'none'} />
    </SteadyDialogsProvider>
  );
};

/** Pages that have nothing to do with content stay open to people without a site. */
const WITHOUT_CONTENT = /^\/(me|settings)(\/|$)/;

const CurrentPage = ({ isSwitching, hasNoSite }: { isSwitching: boolean; hasNoSite: boolean }) => {
  const { pathname } = useLocation();
  const t = useTexts();
  if (isSwitching) return <Page.Loading>{t('switcher.switching')}</Page.Loading>;
  if (hasNoSite && !WITHOUT_CONTENT.test(pathname)) return <NoSiteNotice />;
  return <Outlet />;
};

function useChoiceName(): string | null {
  const { choice } = useSiteChoice();
  const t = useTexts();
  if (choice.kind === 'site') return choice.site.name;
  return choice.kind === 'network' ? t('switcher.network') : null;
}

/** After a switch says where one is now; notices are read aloud by screen readers. */
function useTellChange() {
  const { replaced } = useSiteChoice();
  const name = useChoiceName();
  const notify = useNotify(PLUGIN_ID);
  const t = useTexts();

  useEffect(() => {
    if (!name) return;
    if (takeAnnouncement()) notify.success(t('switcher.announce', { name }));
    else if (replaced) notify.info(t('switcher.replaced', { name, former: replaced }));
    // Once per page load: later changes of names or languages are no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name === null]);
}
