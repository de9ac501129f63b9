import { useState } from 'react';
import { Button, Checkbox, Field, Flex, Textarea } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { Card, useNotify } from 'suite-kit/admin';
import type { Conflict } from '../../../../shared/contracts/conflicts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { isWritable, textToBlocks, valueText } from '../../components/value-text';
import { PATHS } from '../../paths';
import { useResolveFederationConflictMutation } from '../../services/conflicts';
import { useTexts } from '../../texts';

const ANSWERS = {
  field: ['conflict.keep-here', 'conflict.take-there'],
  'deleted-there': ['conflict.keep.deleted-there', 'conflict.take.deleted-there'],
  'deleted-here': ['conflict.keep.deleted-here', 'conflict.take.deleted-here'],
} as const;

/** Keep what is here, take what is there, or write a third one. */
export const Decision = ({ conflict }: { conflict: Conflict }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [resolve, { isLoading }] = useResolveFederationConflictMutation();
  const [isAlways, setIsAlways] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const isField = conflict.kind === 'field';
  const [keep, take] = ANSWERS[conflict.kind];

  const settle = async (choice: 'local' | 'remote' | 'value') => {
    const value = conflict.fieldType === 'blocks' ? textToBlocks(text ?? '') : text;
    const result = await resolve({
      id: conflict.id,
      body: { choice, always: isAlways, ...(choice === 'value' && { value }) },
    });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('conflict.done'));
    navigate(PATHS.conflicts);
  };

  return (
    <Card title={t('conflict.decide')} text={t('conflict.decide-text')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {isField ? (
          <Checkbox checked={isAlways} onCheckedChange={(value) => setIsAlways(value === true)}>
            {t('conflict.always', { field: conflict.path })}
          </Checkbox>
        ) : null}
        <Flex gap={2} wrap="wrap">
          <Button loading={isLoading} variant="secondary" onClick={() => void settle('local')}>
            {t(keep)}
          </Button>
          <Button loading={isLoading} variant="secondary" onClick={() => void settle('remote')}>
            {t(take)}
          </Button>
          {isField && isWritable(conflict.fieldType) && text === null ? (
            <Button variant="tertiary" onClick={() => setText(valueText(conflict.local))}>
              {t('conflict.write')}
            </Button>
          ) : null}
        </Flex>
        {text === null ? null : (
          <>
            <Field.Root name="value" hint={t('conflict.own-hint')}>
              <Field.Label>{t('conflict.own')}</Field.Label>
              <Textarea value={text} onChange={(event) => setText(event.target.value)} rows={8} />
              <Field.Hint />
            </Field.Root>
            <Flex>
              <Button loading={isLoading} onClick={() => void settle('value')}>
                {t('conflict.save-own')}
              </Button>
            </Flex>
          </>
        )}
      </Flex>
    </Card>
  );
};
