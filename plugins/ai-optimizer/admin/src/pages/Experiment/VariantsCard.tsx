import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { Card, useNotify, WordDiff } from 'suite-kit/admin';
import type { Experiment, Variant } from '../../../../shared/contracts/experiments';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import {
  useSetVariantFieldsMutation,
  useUpdateExperimentMutation,
} from '../../services/experiments';
import { useTexts } from '../../texts';

const MAX_VARIANTS = 5;

/** What each variant says differently; short texts here, everything else in the entry's edit view. */
export const VariantsCard = ({
  experiment,
  canEdit,
}: {
  experiment: Experiment;
  canEdit: boolean;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [update, { isLoading }] = useUpdateExperimentMutation();
  const { variants } = experiment;
  const store = async (next: { id?: string; name: string }[]) => {
    // Adding or removing one shares the visitors out equally again.
    const weight = 1 / (next.length + 1);
    const result = await update({
      id: experiment.id,
      body: {
        controlWeight: weight,
        variants: next.map(({ id, name }) => ({ ...(id ? { id } : {}), name, weight })),
      },
    });
    if ('error' in result) notify.problem(result.error);
  };
  return (
    <Card
      title={t('variants.title')}
      text={canEdit ? t('variants.text') : undefined}
      action={
        canEdit && variants.length < MAX_VARIANTS ? (
          <Button
            variant="secondary"
            startIcon={<Plus />}
            loading={isLoading}
            onClick={() =>
              void store([
                ...variants,
                { name: t('variants.name', { number: variants.length + 1 }) },
              ])
            }
          >
            {t('variants.add')}
          </Button>
        ) : undefined
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {variants.map((variant) => (
          <Box key={variant.id}>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Typography tag="h3" fontWeight="bold">
                {variant.name}
              </Typography>
              <Flex gap={2} wrap="wrap">
                {canEdit ? (
                  <LinkButton
                    tag={Link}
                    size="S"
                    variant="tertiary"
                    to={PATHS.editVariant(experiment, variant.overlay)}
                  >
                    {t('variants.edit-view')}
                  </LinkButton>
                ) : null}
                {canEdit && variants.length > 1 ? (
                  <Button
                    size="S"
                    variant="danger-light"
                    startIcon={<Trash />}
                    onClick={() => void store(variants.filter(({ id }) => id !== variant.id))}
                  >
                    {t('variants.remove', { name: variant.name })}
                  </Button>
                ) : null}
              </Flex>
            </Flex>
            <Changes experiment={experiment} variant={variant} canEdit={canEdit} />
          </Box>
        ))}
      </Flex>
    </Card>
  );
};

const Changes = ({
  experiment,
  variant,
  canEdit,
}: {
  experiment: Experiment;
  variant: Variant;
  canEdit: boolean;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [setFields, { isLoading }] = useSetVariantFieldsMutation();
  const [field, setField] = useState(experiment.editable[0]?.path ?? '');
  const chosen = experiment.editable.find(({ path }) => path === field);
  const current = variant.fields.find(({ path }) => path === field)?.after;
  const [typed, setTyped] = useState<{ field: string; text: string } | null>(null);
  const text = typed?.field === field ? typed.text : (current ?? chosen?.value ?? '');
  const isChanged = text !== (current ?? chosen?.value ?? '');

  const store = async (fields: Record<string, string | null>) => {
    const result = await setFields({ id: experiment.id, variant: variant.id, fields });
    if ('error' in result) notify.problem(result.error);
    else setTyped(null);
  };
  const other = variant.changed - variant.fields.length;
  const Input = chosen?.type === 'string' ? TextInput : Textarea;

  return (
    <Box paddingTop={3}>
      {variant.changed === 0 ? (
        <Typography textColor="neutral600">{t('variants.unchanged')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {variant.fields.map(({ path, before, after }) => (
            <li key={path}>
              <Flex justifyContent="space-between" gap={3}>
                <Typography variant="sigma" textColor="neutral600">
                  {path}
                </Typography>
                {canEdit ? (
                  <Button size="S" variant="ghost" onClick={() => void store({ [path]: null })}>
                    {t('variants.give-back', { field: path })}
                  </Button>
                ) : null}
              </Flex>
              <WordDiff before={before} after={after} label={t('suggest.diff')} />
            </li>
          ))}
          {other > 0 ? (
            <li>
              <Typography textColor="neutral600">
                {t('variants.others', { count: other })}
              </Typography>
            </li>
          ) : null}
        </Flex>
      )}
      {canEdit && chosen ? (
        <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
          <Field.Root>
            <Field.Label>{t('variants.field', { name: variant.name })}</Field.Label>
            <SingleSelect value={field} onChange={(value) => setField(String(value))}>
              {experiment.editable.map(({ path }) => (
                <SingleSelectOption key={path} value={path}>
                  {path}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root>
            <Field.Label>{t('variants.value', { name: variant.name })}</Field.Label>
            <Input
              value={text}
              maxLength={chosen.maxLength}
              onChange={(event: { target: { value: string } }) =>
                setTyped({ field, text: event.target.value })
              }
            />
          </Field.Root>
          <Box>
            <Button
              variant="secondary"
              disabled={!isChanged}
              loading={isLoading}
              onClick={() => void store({ [field]: text })}
            >
              {t('variants.save', { name: variant.name })}
            </Button>
          </Box>
        </Flex>
      ) : null}
    </Box>
  );
};
