import { useState } from 'react';
import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import type { AssignResult, AssignValue } from '../../../../shared/contracts/assigning';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useGetAssignFieldsQuery, usePreviewAssignMutation } from '../../services/isolation';
import { useTexts } from '../../texts';
import { AssignResultNotice } from './AssignResultNotice';
import { AssignTable } from './AssignTable';

/** Gives entries to sites by a field they have already: choose, look, do, take back. */
export const AssignCard = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { data: types = [] } = useGetAssignFieldsQuery();
  const [ask, { isLoading }] = usePreviewAssignMutation();
  const [contentType, setContentType] = useState('');
  const [field, setField] = useState('');
  const [values, setValues] = useState<AssignValue[] | null>(null);
  const [result, setResult] = useState<AssignResult | null>(null);
  const fields = types.find((type) => type.contentType === contentType)?.fields ?? [];

  const choose = (next: { contentType: string; field: string }) => {
    setContentType(next.contentType);
    setField(next.field);
    setValues(null);
    setResult(null);
  };
  const preview = async () => {
    const answer = await ask({ contentType, field });
    if ('error' in answer) return notify.problem(answer.error);
    setValues(answer.data);
    setResult(null);
  };
  const finish = (done: AssignResult) => {
    setResult(done);
    setValues(null);
  };

  return (
    <Card title={t('assign.title')} text={t('assign.text')}>
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Box minWidth="22rem">
          <Field.Root name="assign-type">
            <Field.Label>{t('assign.type')}</Field.Label>
            <SingleSelect
              value={contentType}
              placeholder={t('assign.type.choose')}
              onChange={(value) => choose({ contentType: String(value), field: '' })}
            >
              {types.map((type) => (
                <SingleSelectOption key={type.contentType} value={type.contentType}>
                  {type.typeName}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Box minWidth="22rem">
          <Field.Root name="assign-field">
            <Field.Label>{t('assign.field')}</Field.Label>
            <SingleSelect
              value={field}
              placeholder={t('assign.field.choose')}
              disabled={contentType === ''}
              onChange={(value) => choose({ contentType, field: String(value) })}
            >
              {fields.map((name) => (
                <SingleSelectOption key={name} value={name}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Box>
          <Button
            variant="secondary"
            size="L"
            disabled={field === ''}
            loading={isLoading}
            onClick={() => void preview()}
          >
            {t('assign.preview')}
          </Button>
        </Box>
      </Flex>
      {values ? (
        <AssignTable wish={{ contentType, field }} values={values} onDone={finish} />
      ) : null}
      {result ? <AssignResultNotice result={result} onUndone={() => setResult(null)} /> : null}
    </Card>
  );
};
