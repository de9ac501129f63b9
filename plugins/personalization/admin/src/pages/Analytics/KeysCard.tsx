import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Card, ConfirmAction, siteNameOf, useNotify, useSiteView } from 'suite-kit/admin';
import type { BrowserKey } from '../../../../shared/contracts/analytics';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useListP13nKeysQuery,
  useRevokeP13nKeyMutation,
  useRotateP13nKeyMutation,
} from '../../services/site';
import { useTexts } from '../../texts';
import { NewKey } from './NewKey';

type Asked = { what: 'rotate' | 'revoke'; key: BrowserKey } | null;

/** Keys that pages and servers send events with. */
export const KeysCard = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const view = useSiteView();
  const { data: keys = [] } = useListP13nKeysQuery();
  const [rotate] = useRotateP13nKeyMutation();
  const [revoke] = useRevokeP13nKeyMutation();
  const [asked, setAsked] = useState<Asked>(null);
  const confirm = async () => {
    if (!asked) return;
    const result =
      asked.what === 'rotate' ? await rotate(asked.key.id) : await revoke(asked.key.id);
    setAsked(null);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(`keys.done-${asked.what}`, { label: asked.key.label }));
  };
  return (
    <Card title={t('keys.title')} text={t('keys.text')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {keys.map((key) => (
          <Flex
            tag="li"
            key={key.id}
            justifyContent="space-between"
            gap={3}
            wrap="wrap"
            padding={3}
            background="neutral100"
            hasRadius
          >
            <Box flex="1 1 24rem" minWidth={0}>
              <Typography tag="p" fontWeight="semiBold">
                {key.label}
                {key.revokedAt ? ` (${t('keys.revoked')})` : ''}
              </Typography>
              <Typography tag="p" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {key.key}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {key.origins.length > 0 ? key.origins.join(', ') : t('keys.any-origin')}
                {view.kind === 'network' ? ` · ${siteNameOf(view, key.site)}` : ''}
              </Typography>
            </Box>
            {key.revokedAt ? null : (
              <Flex gap={2}>
                <Button
                  size="S"
                  variant="tertiary"
                  onClick={() => setAsked({ what: 'rotate', key })}
                >
                  {t('keys.rotate')}
                </Button>
                <Button
                  size="S"
                  variant="danger-light"
                  onClick={() => setAsked({ what: 'revoke', key })}
                >
                  {t('keys.revoke')}
                </Button>
              </Flex>
            )}
          </Flex>
        ))}
      </Flex>
      <Box paddingTop={4}>
        <NewKey />
      </Box>
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(`keys.ask-${asked.what}`, { label: asked.key.label }) : ''}
        confirmLabel={asked ? t(`keys.${asked.what}`) : ''}
        onConfirm={confirm}
      >
        {asked ? t(`keys.effect-${asked.what}`) : ''}
      </ConfirmAction>
    </Card>
  );
};
