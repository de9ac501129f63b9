import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { SiteField, useNotify, useSiteView } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useCreateP13nKeyMutation } from '../../services/site';
import { useTexts } from '../../texts';

/** Makes a browser key: a name, and the origins whose pages may use it. */
export const NewKey = ({ suggestedLabel = '' }: { suggestedLabel?: string }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const view = useSiteView();
  const [create, { isLoading }] = useCreateP13nKeyMutation();
  const [label, setLabel] = useState(suggestedLabel);
  const [origins, setOrigins] = useState('');
  const [site, setSite] = useState<number | null>(null);
  const needsSite = view.kind === 'network' && site === null;

  const submit = async () => {
    const list = origins.split(/[\s,]+/).filter(Boolean);
    const result = await create({
      label,
      origins: list,
      ...(view.kind === 'network' && site !== null ? { site } : {}),
    });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('keys.created', { label }));
    setLabel('');
    setOrigins('');
  };

  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end" width="100%">
      <Box flex="1 1 20rem">
        <Field.Root name="key-label">
          <Field.Label>{t('keys.label')}</Field.Label>
          <TextInput
            value={label}
            maxLength={80}
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field.Root>
      </Box>
      <Box flex="1 1 26rem">
        <Field.Root name="key-origins">
          <Field.Label>{t('keys.origins')}</Field.Label>
          <TextInput
            value={origins}
            placeholder="https://www.example.com"
            onChange={(event) => setOrigins(event.target.value)}
          />
        </Field.Root>
      </Box>
      {view.kind === 'network' ? (
        <Box flex="1 1 16rem">
          <SiteField value={site} onChange={setSite} />
        </Box>
      ) : null}
      <Button
        size="L"
        variant="secondary"
        loading={isLoading}
        disabled={label.trim() === '' || needsSite}
        onClick={() => void submit()}
      >
        {t('keys.create')}
      </Button>
    </Flex>
  );
};
