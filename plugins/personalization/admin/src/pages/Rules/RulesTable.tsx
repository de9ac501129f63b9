import { useRef } from 'react';
import {
  Badge,
  Box,
  Flex,
  IconButton,
  Link as TextLink,
  Status,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil } from '@strapi/icons';
import { Table } from '@strapi/strapi/admin';
import { Link, useNavigate } from 'react-router-dom';
import { SampleNote, SiteCell, useNotify, useSiteHeaders } from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/rules';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { useOrderP13nRulesMutation } from '../../services/api';
import { useTexts } from '../../texts';

const LOOKS = { active: 'success', draft: 'secondary', archived: 'neutral' } as const;

type Props = { rules: Rule[]; canManage: boolean; canMove: boolean };

/** The higher a rule stands, the sooner it wins. Rows are moved by buttons, so by keyboard too. */
export const RulesTable = ({ rules, canManage, canMove }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [order, { isLoading }] = useOrderP13nRulesMutation();
  const dragged = useRef<number | null>(null);
  const headers = [
    ...(canMove ? [{ name: 'order', label: t('rules.column.order') }] : []),
    { name: 'name', label: t('rules.column.name') },
    ...useSiteHeaders(),
    { name: 'state', label: t('rules.column.state') },
    { name: 'does', label: t('rules.column.does') },
    { name: 'for', label: t('rules.column.for') },
    { name: 'cache', label: t('rules.column.cache') },
    ...(canManage ? [{ name: 'actions', label: t('rules.column.actions') }] : []),
  ];

  const move = async (from: number, to: number) => {
    const moved = rules[from];
    if (!moved || to < 0 || to >= rules.length || from === to) return;
    const rest = rules.filter((_, index) => index !== from);
    rest.splice(to, 0, moved);
    const result = await order(rest.map(({ id }) => id));
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('rules.moved', { name: moved.name, place: to + 1 }));
  };

  return (
    <Table.Root rows={rules} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {rules.map((rule, index) => (
            <Table.Row
              key={rule.id}
              draggable={canMove}
              onDragStart={() => (dragged.current = index)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => {
                if (dragged.current !== null) void move(dragged.current, index);
                dragged.current = null;
              }}
              onClick={() => navigate(PATHS.rule(rule.id))}
            >
              {canMove ? (
                <Table.Cell onClick={(event) => event.stopPropagation()}>
                  <Flex gap={1}>
                    <IconButton
                      variant="ghost"
                      label={t('rules.up', { name: rule.name })}
                      disabled={index === 0 || isLoading}
                      onClick={() => void move(index, index - 1)}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      variant="ghost"
                      label={t('rules.down', { name: rule.name })}
                      disabled={index === rules.length - 1 || isLoading}
                      onClick={() => void move(index, index + 1)}
                    >
                      <ArrowDown />
                    </IconButton>
                  </Flex>
                </Table.Cell>
              ) : null}
              <Table.Cell>
                <Box maxWidth="32rem">
                  <Flex gap={2} wrap="wrap">
                    <TextLink tag={Link} to={PATHS.rule(rule.id)}>
                      {rule.name}
                    </TextLink>
                    {rule.isSample ? <SampleNote /> : null}
                  </Flex>
                  {rule.missing.length > 0 ? (
                    <Typography tag="p" variant="pi" textColor="danger600">
                      {t(
                        rule.missing.includes('variant')
                          ? 'rules.missing-variant'
                          : 'rules.missing-entry',
                      )}
                    </Typography>
                  ) : null}
                  {rule.shadowedBy.length > 0 && rule.state === 'active' ? (
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {t('rules.shadowed', {
                        names: rule.shadowedBy.map(({ name }) => name).join(', '),
                      })}
                    </Typography>
                  ) : null}
                </Box>
              </Table.Cell>
              <SiteCell site={rule.site} />
              <Table.Cell>
                <Status variant={LOOKS[rule.state]} size="S">
                  <Typography tag="span" variant="omega" fontWeight="bold">
                    {t(`state.${rule.state}`)}
                  </Typography>
                </Status>
              </Table.Cell>
              <Table.Cell>
                <Flex gap={1} wrap="wrap">
                  {[...new Set(rule.actions.map(({ type }) => type))].map((type) => (
                    <Badge key={type}>{t(`action.${type}`)}</Badge>
                  ))}
                </Flex>
              </Table.Cell>
              <Table.Cell>
                <Typography>
                  {rule.audiences.length > 0
                    ? t('rules.for-audiences', { count: rule.audiences.length })
                    : rule.tree.rules.length > 0
                      ? t('rules.for-conditions', { count: rule.tree.rules.length })
                      : t('rules.for-everyone')}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>
                  {rule.cacheKeys === null
                    ? t('rules.cache-private')
                    : t('rules.cache', { count: rule.cacheKeys })}
                </Typography>
              </Table.Cell>
              {canManage ? (
                <Table.Cell onClick={(event) => event.stopPropagation()}>
                  <IconButton
                    variant="ghost"
                    label={t('rules.edit', { name: rule.name })}
                    onClick={() => navigate(PATHS.rule(rule.id))}
                  >
                    <Pencil />
                  </IconButton>
                </Table.Cell>
              ) : null}
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
