import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { TokenBinding } from '../../../../shared/contracts/tokens';
import { NETWORK, PLUGIN_ID } from '../../../../shared/plugin';
import { useBindSiteTokenMutation } from '../../services/tokens';
import { useTexts } from '../../texts';

/** What a token shall open: a site with its name, all sites, or nothing. */
export type Binding = { token: TokenBinding; site: string | null; name: string };

type Props = { binding: Binding; onClose: () => void };

/** A front end that uses the token notices at once, so this asks first. */
export const BindTokenDialog = ({ binding: { token, site, name }, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [bind] = useBindSiteTokenMutation();
  const kind = site === null ? 'none' : site === NETWORK ? 'network' : 'site';

  const confirm = async () => {
    const result = await bind({ tokenId: token.tokenId, site });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('tokens.saved', { token: token.name }));
    onClose();
  };

  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={t('tokens.ask', { token: token.name })}
      confirmLabel={t('tokens.confirm')}
      variant={kind === 'site' ? 'default' : 'danger'}
      onConfirm={confirm}
    >
      {t(`tokens.effect.${kind}`, { token: token.name, site: name })}
    </ConfirmAction>
  );
};
