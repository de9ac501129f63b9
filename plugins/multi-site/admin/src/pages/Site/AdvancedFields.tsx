import { useState } from 'react';
import { Accordion, Box, Grid } from '@strapi/design-system';
import { InputRenderer } from '@strapi/strapi/admin';
import { useTexts } from '../../texts';
import { FieldCell } from './FieldCard';

const ITEM = 'advanced';

/** Rarely needed; opens by itself when something in it is wrong. */
export const AdvancedFields = ({ hasError }: { hasError: boolean }) => {
  const t = useTexts();
  const [opened, setOpened] = useState('');
  return (
    <Box marginBottom={4}>
      <Accordion.Root value={hasError ? ITEM : opened} onValueChange={setOpened} size="M">
        <Accordion.Item value={ITEM}>
          <Accordion.Header>
            <Accordion.Trigger description={t('site.advanced.hint')}>
              {t('site.advanced')}
            </Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <Box padding={{ initial: 4, medium: 6 }}>
              <Grid.Root gap={5}>
                <FieldCell isWide>
                  <InputRenderer
                    type="checkbox"
                    name="headerAccess"
                    label={t('site.headerAccess')}
                    hint={t('site.headerAccess.hint')}
                  />
                </FieldCell>
                <FieldCell isWide>
                  <InputRenderer
                    type="json"
                    name="public"
                    label={t('site.public')}
                    hint={t('site.public.hint')}
                  />
                </FieldCell>
                <FieldCell isWide>
                  <InputRenderer
                    type="json"
                    name="publicSchema"
                    label={t('front.publicSchema')}
                    hint={t('front.publicSchema.hint')}
                  />
                </FieldCell>
              </Grid.Root>
            </Box>
          </Accordion.Content>
        </Accordion.Item>
      </Accordion.Root>
    </Box>
  );
};
