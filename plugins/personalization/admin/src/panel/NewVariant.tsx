import { useState } from 'react';
import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useCreateP13nVariantMutation } from '../services/api';
import { useTexts } from '../texts';

type Entry = { uid: string; documentId: string; locale: string };

/** The way to a new variant: it only needs a name. */
export const NewVariant = ({ entry }: { entry: Entry }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [create, { isLoading }] = useCreateP13nVariantMutation();
  const [name, setName] = useState('');
  const submit = async () => {
    const result = await create({ ...entry, name: name.trim() });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('panel.created', { name }));
    setName('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="p13n-variant" hint={t('panel.new-hint')}>
        <Field.Label>{t('panel.new')}</Field.Label>
        <TextInput
          size="S"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Button
        size="S"
        variant="secondary"
        loading={isLoading}
        disabled={name.trim() === ''}
        onClick={() => void submit()}
      >
        {t('panel.create')}
      </Button>
    </Flex>
  );
};
