import { Box, Flex } from '@strapi/design-system';
import { SearchInput, useQueryParams } from '@strapi/strapi/admin';
import { RULE_STATES, type RuleState } from '../../../../shared/plugin';
import { Choice } from '../../components/Choice';
import { useTexts } from '../../texts';

export const RulesToolbar = ({ state }: { state: RuleState | null }) => {
  const t = useTexts();
  const [, setQuery] = useQueryParams<{ state?: string; page?: string }>();
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4}>
      <SearchInput label={t('rules.search')} placeholder={t('rules.search')} />
      <Box minWidth="18rem">
        <Choice
          label={t('rules.filter')}
          value={state}
          options={RULE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => setQuery({ state: value, page: '1' })}
          onClear={() => setQuery({ state: undefined }, 'remove')}
        />
      </Box>
    </Flex>
  );
};
