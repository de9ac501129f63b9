import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useCreateQualityKeyMutation,
  useListQualityKeysQuery,
  useRevokeQualityKeyMutation,
} from '../../services/browser-keys';
import { useTexts } from '../../texts';

/** What a front end needs to send events: a public key that says which site they are of. */
export const KeysCard = ({ canEdit }: { canEdit: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const keys = useListQualityKeysQuery();
  const [create, { isLoading }] = useCreateQualityKeyMutation();
  const [revoke] = useRevokeQualityKeyMutation();
  const [origin, setOrigin] = useState('');
  const open = (keys.data ?? []).filter(({ revokedAt }) => revokedAt === null);

  const make = async () => {
    const result = await create({
      label: 'Front end',
      origins: origin.trim() ? [origin.trim()] : [],
    });
    if ('error' in result) notify.problem(result.error);
    else setOrigin('');
  };
  const end = async (id: number) => {
    const result = await revoke(id);
    if ('error' in result) notify.problem(result.error);
  };
  return (
    <Card title={t('keys.title')} text={t('keys.text')}>
      {open.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingBottom={4}>
          {open.map(({ id, key, origins }) => (
            <Flex tag="li" key={id} justifyContent="space-between" gap={3} wrap="wrap">
              <Box minWidth={0}>
                <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                  {key}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {origins.length > 0 ? origins.join(', ') : t('keys.anywhere')}
                </Typography>
              </Box>
              {canEdit ? (
                <Button size="S" variant="danger-light" onClick={() => void end(id)}>
                  {t('keys.revoke')}
                </Button>
              ) : null}
            </Flex>
          ))}
        </Flex>
      ) : null}
      {canEdit ? (
        <Flex gap={3} alignItems="flex-end" wrap="wrap">
          <Field.Root>
            <Field.Label>{t('keys.origin')}</Field.Label>
            <TextInput
              size="S"
              value={origin}
              placeholder="https://www.example.org"
              onChange={(event) => setOrigin(event.target.value)}
            />
          </Field.Root>
          <Button variant="secondary" loading={isLoading} onClick={() => void make()}>
            {t('keys.create')}
          </Button>
        </Flex>
      ) : null}
    </Card>
  );
};
