import { Badge, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { Table } from '@strapi/strapi/admin';
import type { Member } from '../../../../shared/contracts/members';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

type Props = {
  members: Member[];
  canManage: boolean;
  onEdit: (member: Member) => void;
  onRemove: (member: Member) => void;
};

export const MembersTable = ({ members, canManage, onEdit, onRemove }: Props) => {
  const t = useTexts();
  const headers = [
    { name: 'name', label: t('members.column.name') },
    { name: 'email', label: t('members.column.email') },
    { name: 'roles', label: t('members.column.roles') },
    ...(canManage ? [{ name: 'actions', label: t('members.column.actions') }] : []),
  ];
  return (
    <Table.Root
      rows={members.map((member) => ({ ...member, id: member.user.id }))}
      headers={headers}
    >
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {members.map((member) => (
            <Table.Row key={member.user.id}>
              <Table.Cell>
                <Flex gap={2}>
                  <Typography fontWeight="semiBold">{member.user.name}</Typography>
                  {member.user.isActive ? null : <Badge>{t('members.inactive')}</Badge>}
                </Flex>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">{member.user.email}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Flex gap={2} wrap="wrap">
                  {member.roles.map((role) => (
                    <Badge key={role.code}>{role.name}</Badge>
                  ))}
                </Flex>
              </Table.Cell>
              {canManage ? (
                <Table.Cell>
                  <Flex gap={1}>
                    <IconButton
                      variant="ghost"
                      label={t('members.edit', { name: member.user.name })}
                      onClick={() => onEdit(member)}
                    >
                      <Pencil />
                    </IconButton>
                    <IconButton
                      variant="ghost"
                      label={t('members.remove', { name: member.user.name })}
                      onClick={() => onRemove(member)}
                    >
                      <Trash />
                    </IconButton>
                  </Flex>
                </Table.Cell>
              ) : null}
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
