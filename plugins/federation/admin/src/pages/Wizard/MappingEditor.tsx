import type { ReactNode } from 'react';
import {
  Box,
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import type { FieldMapping, TypeMapping } from '../../../../shared/contracts/mappings';
import type { RemoteType } from '../../../../shared/contracts/remote';
import type { LocalField, LocalType } from '../../../../shared/contracts/sources';
import { useTexts } from '../../texts';
import { withField } from './draft';
import { StepsSelect } from './StepsSelect';

type Props = {
  mapping: TypeMapping;
  remote: RemoteType | undefined;
  local: LocalType | undefined;
  onChange: (mapping: TypeMapping) => void;
  children: ReactNode;
};

/** Every field here, and where it comes from. */
export const MappingEditor = ({ mapping, remote, local, onChange, children }: Props) => {
  const t = useTexts();
  const fields = local?.fields ?? [];
  const texts = fields.filter(({ type }) => ['string', 'uid', 'email'].includes(type));
  return (
    <Card
      title={t('mapping.of', {
        from: remote?.label ?? mapping.remoteType,
        to: local?.label ?? mapping.uid,
      })}
      text={t('map.text')}
    >
      <Box paddingBottom={5} maxWidth="48rem">
        <Field.Root name={`match-${mapping.remoteType}`} hint={t('map.match-hint')}>
          <Field.Label>{t('map.match')}</Field.Label>
          <SingleSelect
            value={mapping.matchBy || null}
            placeholder={t('map.match-none')}
            onChange={(value) => onChange({ ...mapping, matchBy: String(value) })}
            onClear={() => onChange({ ...mapping, matchBy: '' })}
            clearLabel={t('types.clear')}
          >
            {texts.map(({ name }) => (
              <SingleSelectOption key={name} value={name}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      </Box>
      <Box tag="ul" aria-label={t('map.fields')}>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            remote={remote}
            mapped={mapping.fields.find((item) => item.field === field.name)}
            onChange={(next, isLeftOut) => onChange(withField(mapping, next, isLeftOut))}
          />
        ))}
      </Box>
      {children}
    </Card>
  );
};

type RowProps = {
  field: LocalField;
  remote: RemoteType | undefined;
  mapped: FieldMapping | undefined;
  onChange: (next: FieldMapping, isLeftOut: boolean) => void;
};

const FieldRow = ({ field, remote, mapped, onChange }: RowProps) => {
  const t = useTexts();
  const start: FieldMapping = mapped ?? { field: field.name, from: '', steps: [] };
  const paths = remote?.fields.map(({ path }) => path) ?? [];
  // A path that was written by hand or is not seen right now stays in the list.
  const offered = start.from && !paths.includes(start.from) ? [start.from, ...paths] : paths;
  const remoteField = remote?.fields.find(({ path }) => path === start.from);
  return (
    <Box tag="li" paddingBottom={4}>
      <Grid.Root gap={4}>
        <Grid.Item col={3} xs={12} direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{field.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {field.type}
          </Typography>
        </Grid.Item>
        <Grid.Item col={5} xs={12} direction="column" alignItems="stretch">
          <SingleSelect
            aria-label={t('map.from', { field: field.name })}
            placeholder={t('map.left-out')}
            value={start.from || null}
            onChange={(from) =>
              onChange(
                { ...start, from: String(from), steps: stepsFor(field, String(from), remote) },
                false,
              )
            }
            onClear={() => onChange(start, true)}
            clearLabel={t('map.leave-out', { field: field.name })}
          >
            {offered.map((path) => (
              <SingleSelectOption key={path} value={path}>
                {path}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          {remoteField?.sample ? (
            <Typography variant="pi" textColor="neutral600" ellipsis>
              {t('map.for-example', { sample: remoteField.sample })}
            </Typography>
          ) : null}
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          {mapped ? <StepsSelect field={field} value={mapped} onChange={onChange} /> : null}
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
};

/** What a field of that kind needs done; the same rules as the proposal of the server. */
function stepsFor(field: LocalField, from: string, remote: RemoteType | undefined) {
  const type = remote?.fields.find(({ path }) => path === from)?.type;
  if (field.type === 'uid' && from !== field.name) return [{ op: 'slug' as const }];
  if (type !== 'html') return [];
  if (field.type === 'blocks') return [{ op: 'html-to-blocks' as const }];
  return [
    { op: field.type === 'richtext' ? ('html-to-markdown' as const) : ('html-to-text' as const) },
  ];
}
