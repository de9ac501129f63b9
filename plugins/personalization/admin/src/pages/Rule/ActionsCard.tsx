import { Box, Flex, IconButton, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Card } from 'suite-kit/admin';
import type { RuleAction } from '../../../../shared/contracts/rules';
import { Choice } from '../../components/Choice';
import { useListP13nVariantsQuery } from '../../services/api';
import { useListP13nTypesQuery } from '../../services/site';
import { useTexts } from '../../texts';
import { EntryPicker } from './EntryPicker';

const TYPES = ['showVariant', 'recommend', 'pin', 'hide', 'boost', 'bury', 'setAttribute'] as const;

type Props = {
  actions: RuleAction[];
  onChange: (actions: RuleAction[]) => void;
  isReadOnly: boolean;
};

/** What happens for those who fit. */
export const ActionsCard = ({ actions, onChange, isReadOnly }: Props) => {
  const t = useTexts();
  const { data: types = [] } = useListP13nTypesQuery();
  const first = types.find(({ uid }) => uid.includes('article'))?.uid ?? types[0]?.uid ?? '';
  const change = (index: number, action: RuleAction) =>
    onChange(actions.map((one, at) => (at === index ? action : one)));
  return (
    <Card title={t('actions.title')} text={t('actions.text')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {actions.map((action, index) => (
          // Actions have no identity of their own; their place is one.
          <Flex
            tag="li"
            key={index}
            gap={3}
            wrap="wrap"
            alignItems="center"
            padding={3}
            background="neutral100"
            hasRadius
            borderColor="neutral200"
          >
            <Box minWidth="20rem">
              <Typography fontWeight="semiBold">{t(`action.${action.type}`)}</Typography>
            </Box>
            <Flex gap={2} wrap="wrap" flex="1 1 30rem" minWidth={0} maxWidth="100%">
              <ActionFields
                action={action}
                onChange={(next) => change(index, next)}
                isDisabled={isReadOnly}
              />
            </Flex>
            {isReadOnly ? null : (
              <IconButton
                variant="ghost"
                label={t('actions.remove', { number: index + 1 })}
                onClick={() => onChange(actions.filter((_, at) => at !== index))}
              >
                <Trash />
              </IconButton>
            )}
          </Flex>
        ))}
      </Flex>
      {isReadOnly ? null : (
        <Box paddingTop={actions.length > 0 ? 4 : 0} maxWidth="32rem">
          <Choice
            label={t('actions.add')}
            value={null}
            options={TYPES.map((value) => ({ value, label: t(`action.${value}`) }))}
            onChange={(type) =>
              onChange([...actions, emptyAction(type as RuleAction['type'], first)])
            }
          />
        </Box>
      )}
    </Card>
  );
};

function emptyAction(type: RuleAction['type'], uid: string): RuleAction {
  switch (type) {
    case 'showVariant':
      return { type, variant: '' };
    case 'pin':
      return { type, uid, documentId: '', slot: 1 };
    case 'hide':
      return { type, uid, documentId: '' };
    case 'boost':
    case 'bury':
      return { type, uid, attribute: 'tags', value: '' };
    case 'recommend':
      return { type, slot: 'recommended', limit: 6 };
    case 'setAttribute':
      return { type, name: '', value: '' };
  }
}

type FieldsProps = {
  action: RuleAction;
  onChange: (action: RuleAction) => void;
  isDisabled: boolean;
};

const ActionFields = ({ action, onChange, isDisabled }: FieldsProps) => {
  const t = useTexts();
  const text = (label: string, value: string, set: (value: string) => void) => (
    <Box minWidth="14rem" flex="1 1 14rem">
      <TextInput
        size="S"
        aria-label={label}
        placeholder={label}
        value={value}
        disabled={isDisabled}
        onChange={(event) => set(event.target.value)}
      />
    </Box>
  );
  const number = (label: string, value: number, set: (value: number) => void) => (
    <Box width="12rem">
      <NumberInput
        size="S"
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onValueChange={(next) => set(Math.min(50, Math.max(1, Math.round(next ?? 1))))}
      />
    </Box>
  );
  switch (action.type) {
    case 'showVariant':
      return <VariantChoice action={action} onChange={onChange} isDisabled={isDisabled} />;
    case 'pin':
      return (
        <>
          <EntryPicker
            value={action}
            isDisabled={isDisabled}
            onChange={(entry) => onChange({ ...action, ...entry })}
          />
          {number(t('actions.place'), action.slot, (slot) => onChange({ ...action, slot }))}
        </>
      );
    case 'hide':
      return (
        <EntryPicker
          value={action}
          isDisabled={isDisabled}
          onChange={(entry) => onChange({ ...action, ...entry })}
        />
      );
    case 'boost':
    case 'bury':
      return (
        <>
          <TypeChoice
            uid={action.uid}
            isDisabled={isDisabled}
            onChange={(uid) => onChange({ ...action, uid })}
          />
          {text(t('actions.attribute'), action.attribute, (attribute) =>
            onChange({ ...action, attribute }),
          )}
          {text(t('actions.value'), action.value, (value) => onChange({ ...action, value }))}
        </>
      );
    case 'recommend':
      return (
        <>
          {text(t('actions.slot'), action.slot, (slot) => onChange({ ...action, slot }))}
          {number(t('actions.limit'), action.limit, (limit) => onChange({ ...action, limit }))}
        </>
      );
    case 'setAttribute':
      return (
        <>
          {text(t('actions.name'), action.name, (name) => onChange({ ...action, name }))}
          {text(t('actions.value'), action.value, (value) => onChange({ ...action, value }))}
        </>
      );
  }
};

const VariantChoice = ({
  action,
  onChange,
  isDisabled,
}: {
  action: Extract<RuleAction, { type: 'showVariant' }>;
  onChange: (action: RuleAction) => void;
  isDisabled: boolean;
}) => {
  const t = useTexts();
  const { data: variants = [] } = useListP13nVariantsQuery({});
  if (variants.length === 0) {
    return <Typography textColor="neutral600">{t('actions.no-variants')}</Typography>;
  }
  return (
    <Box minWidth={0} maxWidth="100%" flex="1 1 24rem">
      <Choice
        label={t('actions.variant')}
        value={action.variant || null}
        isDisabled={isDisabled}
        options={variants.map(({ id, name, entry, isLive }) => ({
          value: id,
          label: t(isLive ? 'actions.variant-of' : 'actions.variant-of-draft', {
            name,
            entry: entry ?? '–',
          }),
        }))}
        onChange={(variant) => onChange({ ...action, variant })}
      />
    </Box>
  );
};

export const TypeChoice = ({
  uid,
  onChange,
  isDisabled,
}: {
  uid: string;
  onChange: (uid: string) => void;
  isDisabled: boolean;
}) => {
  const t = useTexts();
  const { data: types = [] } = useListP13nTypesQuery();
  return (
    <Box minWidth="14rem">
      <Choice
        label={t('actions.type')}
        value={uid || null}
        isDisabled={isDisabled}
        options={types.map(({ uid: value, label }) => ({ value, label }))}
        onChange={onChange}
      />
    </Box>
  );
};
