import { useStrapiApp } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';

/** Where the documentation of the plugin lies whose page this is; null where it has none. */
export function useHelpAddress(): string | null {
  const { pathname } = useLocation();
  const [address, plugin = ''] = /^\/plugins\/([\w-]+)/.exec(pathname) ?? [];
  const hasHelp = useStrapiApp(
    'PageFrame',
    ({ plugins }) => plugins[plugin]?.apis.hasHelp === true,
  );
  const help = `${address ?? ''}/help`;
  return hasHelp && pathname !== help ? help : null;
}
