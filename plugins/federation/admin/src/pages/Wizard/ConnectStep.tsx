import { useState, type ReactNode } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Card, Notice, SiteField, useApiMessage, useSiteView } from 'suite-kit/admin';
import { SOURCE_TYPES, type SourceType } from '../../../../shared/source-types';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useDiscoverFederationTypesMutation,
  useTestFederationConnectionMutation,
} from '../../services/sources';
import { useTexts } from '../../texts';
import { connectionOf, type Draft } from './draft';
import type { StepProps } from './Wizard';

/** Kind, address and token; going on needs a connection that works. */
export const ConnectStep = ({ draft, onChange, onNext }: StepProps) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const [test, testing] = useTestFederationConnectionMutation();
  const [discover, discovering] = useDiscoverFederationTypesMutation();
  const [needsNames, setNeedsNames] = useState(draft.names !== '');
  const isBusy = testing.isLoading || discovering.isLoading;
  const error = testing.error ?? discovering.error;
  const view = useSiteView();
  // In the network view nothing says which site is meant.
  const needsSite = view.kind === 'network' && draft.sourceId === null;
  const hasAddress = /^https?:\/\/\S+$/i.test(draft.url.trim());

  const connect = async () => {
    const tested = await test(connectionOf(draft));
    if ('error' in tested) return;
    const found = await discover(connectionOf(draft));
    if ('error' in found) return;
    setNeedsNames(found.data.needsNames || draft.names !== '');
    if (found.data.types.length === 0) return;
    onChange({
      remoteTypes: found.data.types,
      name: draft.name || nameFrom(tested.data.title, draft),
    });
    onNext();
  };

  return (
    <Card title={t('wizard.connect')} text={t('connect.text')}>
      <Grid.Root gap={5}>
        <Cell>
          <Field.Root name="type" required>
            <Field.Label>{t('connect.type')}</Field.Label>
            <SingleSelect
              value={draft.type}
              disabled={draft.sourceId !== null}
              onChange={(value) => onChange({ type: value as SourceType, mappings: [] })}
            >
              {SOURCE_TYPES.map((type) => (
                <SingleSelectOption key={type} value={type}>
                  {t(`type.${type}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Cell>
        <Cell>
          <Field.Root name="url" hint={t(`connect.url.${draft.type}`)} required>
            <Field.Label>{t('connect.url')}</Field.Label>
            <TextInput
              value={draft.url}
              placeholder="https://"
              onChange={(event) => onChange({ url: event.target.value })}
            />
            <Field.Hint />
          </Field.Root>
        </Cell>
        {needsSite ? (
          <Cell>
            <SiteField value={draft.site} onChange={(site) => onChange({ site })} />
          </Cell>
        ) : null}
        {draft.type === 'strapi' ? (
          <Cell>
            <Field.Root
              name="secret"
              hint={t(draft.sourceId ? 'connect.token.keep' : 'connect.token.hint')}
            >
              <Field.Label>{t('connect.token')}</Field.Label>
              <TextInput
                type="password"
                autoComplete="off"
                value={draft.secret}
                onChange={(event) => onChange({ secret: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Cell>
        ) : null}
        {draft.type === 'strapi' && needsNames ? (
          <Cell>
            <Field.Root name="names" hint={t('connect.names.hint')}>
              <Field.Label>{t('connect.names')}</Field.Label>
              <TextInput
                value={draft.names}
                placeholder="articles, authors"
                onChange={(event) => onChange({ names: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Cell>
        ) : null}
      </Grid.Root>
      {error && !isBusy ? (
        <Box role="alert" paddingTop={5}>
          <Notice variant="warning" title={t('connect.failed')}>
            {toMessage(error)}
          </Notice>
        </Box>
      ) : null}
      {discovering.data?.needsNames && !isBusy ? (
        <Box role="status" paddingTop={5}>
          <Notice variant="info" title={t('connect.needs-names')}>
            {t('connect.names.hint')}
          </Notice>
        </Box>
      ) : null}
      <Flex paddingTop={5}>
        <Button
          disabled={!hasAddress || (needsSite && draft.site === null)}
          loading={isBusy}
          onClick={() => void connect()}
        >
          {t('connect.go')}
        </Button>
      </Flex>
    </Card>
  );
};

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

const nameFrom = (title: string | undefined, { url }: Draft) => (title || url).slice(0, 80);
