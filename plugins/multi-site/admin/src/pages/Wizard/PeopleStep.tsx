import { useState } from 'react';
import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useListSiteRolesQuery } from '../../services/members';
import { useTexts } from '../../texts';
import { PersonSearch } from '../Members/PersonSearch';
import { RolesSelect } from '../Members/RolesSelect';
import { FieldCard, FieldCell } from '../Site/FieldCard';
import { StepFooter } from './StepFooter';
import { StepProblems } from './StepProblems';
import type { Wizard } from './use-wizard';

/** Who works on the site, and as what. Nobody is needed: who sees all sites can open it anyway. */
export const PeopleStep = ({ wizard }: { wizard: Wizard }) => {
  const t = useTexts();
  const { people } = wizard.state;
  const [chosen, setChosen] = useState<{ userId: number; name: string } | null>(null);
  const [roles, setRoles] = useState<string[]>(['multi-site-editor']);
  const [isBusy, setIsBusy] = useState(false);
  const [round, setRound] = useState(0);
  const { data: offered = [] } = useListSiteRolesQuery();
  const nameOf = (code: string) => offered.find((role) => role.code === code)?.name ?? code;

  const add = () => {
    if (chosen === null || roles.length === 0) return people;
    const others = people.filter(({ userId }) => userId !== chosen.userId);
    const next = [...others, { ...chosen, roles }];
    wizard.update({ people: next });
    setChosen(null);
    setRound(round + 1);
    return next;
  };

  const next = async () => {
    setIsBusy(true);
    // Whoever is chosen and not added yet was meant to be added.
    const all = add();
    const found = await wizard.ask({ people: all });
    setIsBusy(false);
    if (!found.some(({ step }) => step === 'people')) wizard.forward({ people: all });
  };

  return (
    <>
      <StepProblems problems={wizard.problems} />
      <FieldCard title={t('wizard.step.people')} text={t('wizard.people.text')}>
        <FieldCell isWide>
          {people.length === 0 ? (
            <Typography textColor="neutral600">{t('wizard.people.empty')}</Typography>
          ) : (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {people.map((person) => (
                <Flex tag="li" key={person.userId} justifyContent="space-between" gap={3}>
                  <Box minWidth={0}>
                    <Typography fontWeight="semiBold">{person.name}</Typography>
                    <Typography textColor="neutral600" tag="p">
                      {person.roles.map(nameOf).join(', ')}
                    </Typography>
                  </Box>
                  <IconButton
                    variant="ghost"
                    label={t('wizard.people.remove', { name: person.name })}
                    onClick={() =>
                      wizard.update({
                        people: people.filter(({ userId: id }) => id !== person.userId),
                      })
                    }
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              ))}
            </Flex>
          )}
        </FieldCell>
        <FieldCell>
          <Field.Root name="person" hint={t('members.person.hint')}>
            <Field.Label>{t('members.person')}</Field.Label>
            <PersonSearch
              key={round}
              taken={people.map((person) => person.userId)}
              value={chosen?.userId ?? null}
              onChange={(userId, name = '') => setChosen(userId === null ? null : { userId, name })}
            />
            <Field.Hint />
          </Field.Root>
        </FieldCell>
        <FieldCell>
          <Field.Root name="roles" hint={t('members.roles.hint')}>
            <Field.Label>{t('members.roles')}</Field.Label>
            <RolesSelect value={roles} onChange={setRoles} />
            <Field.Hint />
          </Field.Root>
        </FieldCell>
        <FieldCell isWide>
          <Box>
            <Button
              variant="secondary"
              startIcon={<Plus />}
              disabled={chosen === null || roles.length === 0}
              onClick={add}
            >
              {t('wizard.people.add')}
            </Button>
          </Box>
        </FieldCell>
      </FieldCard>
      <StepFooter wizard={wizard} isBusy={isBusy} onNext={() => void next()} />
    </>
  );
};
