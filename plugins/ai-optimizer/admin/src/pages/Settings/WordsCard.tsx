import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  IconButton,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { Card } from 'suite-kit/admin';
import { useTexts } from '../../texts';
import type { Part } from './part';

const EMPTY = { term: '', replacement: '', reason: '' };

/** Words the house does not want, with what to say instead and why. */
export const WordsCard = ({ values, change, canEdit }: Part) => {
  const t = useTexts();
  const [draft, setDraft] = useState(EMPTY);
  const add = () => {
    const { term, replacement, reason } = draft;
    const entry = {
      term: term.trim(),
      ...(replacement ? { replacement } : {}),
      ...(reason ? { reason } : {}),
    };
    change({ terms: [...values.terms.filter((one) => one.term !== entry.term), entry] });
    setDraft(EMPTY);
  };
  const remove = (term: string) =>
    change({ terms: values.terms.filter((one) => one.term !== term) });
  return (
    <Card title={t('settings.words')} text={t('settings.words-text')}>
      {values.terms.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingBottom={4}>
          {values.terms.map(({ term, replacement, reason }) => (
            <Flex tag="li" key={term} justifyContent="space-between" gap={3}>
              <Box>
                <Typography fontWeight="semiBold">{term}</Typography>
                <Typography textColor="neutral600">
                  {[replacement ? `→ ${replacement}` : '', reason ?? '']
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </Box>
              {canEdit ? (
                <IconButton
                  label={t('settings.words-remove', { term })}
                  variant="ghost"
                  onClick={() => remove(term)}
                >
                  <Trash />
                </IconButton>
              ) : null}
            </Flex>
          ))}
        </Flex>
      ) : null}
      {canEdit ? (
        <Grid.Root gap={3}>
          {(['term', 'replacement', 'reason'] as const).map((name) => (
            <Grid.Item key={name} col={3} s={6} xs={12} alignItems="stretch" direction="column">
              <Field.Root>
                <Field.Label>{t(`settings.words-${name}`)}</Field.Label>
                <TextInput
                  size="S"
                  value={draft[name]}
                  onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
                />
              </Field.Root>
            </Grid.Item>
          ))}
          <Grid.Item col={3} s={6} xs={12} alignItems="flex-end">
            <Button
              startIcon={<Plus />}
              variant="secondary"
              disabled={draft.term.trim().length < 2}
              onClick={add}
            >
              {t('settings.words-add')}
            </Button>
          </Grid.Item>
        </Grid.Root>
      ) : null}
    </Card>
  );
};
