import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useTexts } from '../../texts';

export type Person = { id: number; name: string };
type Props = { people: readonly Person[]; onRemove: (id: number) => void };

/** Whom a dialog is about, each with a way to leave them out again. */
export const ChosenPeople = ({ people, onRemove }: Props) => {
  const t = useTexts();
  if (people.length === 0) return null;
  return (
    <Flex tag="ul" gap={2} wrap="wrap" aria-label={t('members.chosen')}>
      {people.map(({ id, name }) => (
        <Flex key={id} tag="li" gap={1} background="neutral150" paddingLeft={3} hasRadius>
          <Typography>{name}</Typography>
          <IconButton
            variant="ghost"
            size="XS"
            label={t('members.leave-out', { name })}
            onClick={() => onRemove(id)}
          >
            <Cross />
          </IconButton>
        </Flex>
      ))}
    </Flex>
  );
};
