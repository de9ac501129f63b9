import { MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useListSiteRolesQuery } from '../../services/members';
import { useTexts } from '../../texts';

type Props = { value: string[]; onChange: (roles: string[]) => void };

/** The roles that can be given on a site, and what the chosen ones are for. */
export const RolesSelect = ({ value, onChange }: Props) => {
  const t = useTexts();
  const { data: roles = [], isLoading } = useListSiteRolesQuery();
  // Nothing, rather than a code, until the names are known.
  const nameOf = (code: string) =>
    roles.find((role) => role.code === code)?.name ?? (isLoading ? '' : code);
  const chosen = roles.filter(({ code, description }) => value.includes(code) && description);
  return (
    <>
      <MultiSelect
        value={value}
        onChange={onChange}
        placeholder={t('members.roles.choose')}
        loading={isLoading}
        // In words, not as tags: the remove buttons of the design system's tags have no name.
        customizeContent={(codes = []) => codes.map(nameOf).join(', ')}
      >
        {roles.map(({ code, name }) => (
          <MultiSelectOption key={code} value={code}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      {chosen.map(({ code, name, description }) => (
        <Typography key={code} variant="pi" textColor="neutral600">
          {`${name}: ${description}`}
        </Typography>
      ))}
    </>
  );
};
