import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import type { RemoteType } from '../../../../shared/contracts/remote';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useListFederationTypesQuery,
  useProposeFederationMappingMutation,
} from '../../services/sources';
import { useTexts } from '../../texts';
import { connectionOf } from './draft';
import type { StepProps } from './Wizard';

/** Which of its types become which of ours; a mapping by name is proposed at once. */
export const TypesStep = ({ draft, onChange, onNext, back }: StepProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { data: localTypes = [] } = useListFederationTypesQuery();
  const [propose, { isLoading }] = useProposeFederationMappingMutation();

  const choose = async ({ name }: RemoteType, uid: string | null) => {
    const others = draft.mappings.filter(({ remoteType }) => remoteType !== name);
    if (!uid) return onChange({ mappings: others });
    const result = await propose({ ...connectionOf(draft), remoteType: name, uid });
    if ('error' in result) return notify.problem(result.error);
    onChange({ mappings: [...others, result.data] });
  };

  return (
    <Card title={t('wizard.types')} text={t('types.text')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {draft.remoteTypes.map((type) => (
          <Flex key={type.name} gap={4} wrap="wrap" alignItems="flex-end">
            <Box minWidth="20rem">
              <Typography tag="p" fontWeight="semiBold">
                {type.label}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {t('types.count', { count: type.count ?? 0, fields: type.fields.length })}
              </Typography>
            </Box>
            <Box minWidth="24rem">
              <Field.Root name={type.name}>
                <Field.Label>{t('types.becomes', { name: type.label })}</Field.Label>
                <SingleSelect
                  placeholder={t('types.nothing')}
                  value={uidFor(draft.mappings, type.name)}
                  onChange={(uid) => void choose(type, String(uid))}
                  onClear={() => void choose(type, null)}
                  clearLabel={t('types.clear')}
                >
                  {localTypes.map(({ uid, label }) => (
                    <SingleSelectOption key={uid} value={uid}>
                      {label}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Box>
          </Flex>
        ))}
        <Flex gap={2}>
          {back}
          <Button disabled={draft.mappings.length === 0} loading={isLoading} onClick={onNext}>
            {t('wizard.next')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};

const uidFor = (mappings: { remoteType: string; uid: string }[], name: string) =>
  mappings.find(({ remoteType }) => remoteType === name)?.uid ?? null;
