import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { BoardData } from '../../services/tasks';
import { useTexts } from '../../texts';
import type { useBoardQuery } from './use-board-query';

type Option = { value: string; label: string };
type Props = { board: BoardData; search: ReturnType<typeof useBoardQuery> };

export const BoardFilters = ({ board, search }: Props) => {
  const t = useTexts();
  const people = board.people.map(({ id, name }) => ({ value: String(id), label: name }));
  const { query, set } = search;
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4}>
      <Filter
        label={t('board.filter.assignee')}
        all={t('board.all-people')}
        value={query.assignee}
        onChange={(value) => set('assignee', value)}
        options={[
          { value: 'me', label: t('board.mine') },
          { value: 'none', label: t('board.nobodys') },
          ...people,
        ]}
      />
      <Filter
        label={t('board.filter.type')}
        all={t('board.all-types')}
        value={query.contentType}
        onChange={(value) => set('contentType', value)}
        options={board.contentTypes.map(({ uid, name }) => ({ value: uid, label: name }))}
      />
      {board.locales.length > 1 ? (
        <Filter
          label={t('board.filter.locale')}
          all={t('board.all-locales')}
          value={query.locale}
          onChange={(value) => set('locale', value)}
          options={board.locales.map((code) => ({ value: code, label: code }))}
        />
      ) : null}
      <Filter
        label={t('board.filter.due')}
        all={t('board.any-date')}
        value={query.due}
        onChange={(value) => set('due', value)}
        options={(['overdue', 'week', 'none'] as const).map((value) => ({
          value,
          label: t(`board.due.${value}`),
        }))}
      />
      {search.isFiltered ? (
        <Button variant="tertiary" size="S" onClick={search.clear}>
          {t('board.clear')}
        </Button>
      ) : null}
    </Flex>
  );
};

const Filter = ({
  label,
  all,
  value,
  options,
  onChange,
}: {
  label: string;
  all: string;
  value: string | undefined;
  options: Option[];
  onChange: (value: string | null) => void;
}) => (
  <Box minWidth="17rem">
    <SingleSelect
      size="S"
      aria-label={label}
      placeholder={all}
      value={value ?? null}
      onChange={(next) => onChange(String(next))}
      onClear={() => onChange(null)}
      clearLabel={all}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Box>
);
