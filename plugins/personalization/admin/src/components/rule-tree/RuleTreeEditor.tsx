import { useMemo } from 'react';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { styled } from 'styled-components';
import { ATTRIBUTES, attributeOf } from '../../../../shared/attributes';
import { OPERATORS, type RuleGroup } from '../../../../shared/rule-tree';
import { useTexts, type TextId } from '../../texts';
import {
  AddButton,
  CombinatorSelect,
  FieldSelect,
  NoRules,
  NotCheckbox,
  OperatorSelect,
  RemoveButton,
  ValueInput,
} from './controls';

const CONTROLS = {
  addRuleAction: AddButton('tree.add-rule'),
  addGroupAction: AddButton('tree.add-group'),
  removeRuleAction: RemoveButton('tree.remove-rule'),
  removeGroupAction: RemoveButton('tree.remove-group'),
  combinatorSelector: CombinatorSelect,
  fieldSelector: FieldSelect,
  operatorSelector: OperatorSelect,
  valueEditor: ValueInput,
  notToggle: NotCheckbox,
};

type Props = {
  tree: RuleGroup;
  onChange: (tree: RuleGroup) => void;
  isDisabled?: boolean;
  /** Audiences cannot be made from audiences. */
  isAudience?: boolean;
  /** Names of traits and preferences that visitors have. */
  extraFields?: readonly string[];
};

/** Conditions as nested groups of clauses. */
export const RuleTreeEditor = ({
  tree,
  onChange,
  isDisabled = false,
  isAudience = false,
  extraFields = [],
}: Props) => {
  const t = useTexts();
  const fields = useMemo(
    () =>
      [
        ...ATTRIBUTES.map(({ name }) => ({ name, label: t(`attribute.${name}` as TextId) })),
        ...extraFields.map((name) => ({ name, label: name })),
      ].filter(({ name }) => !isAudience || name !== 'audiences'),
    [extraFields, isAudience, t],
  );
  const combinators = useMemo(
    () => [
      { name: 'and' as const, label: t('tree.and') },
      { name: 'or' as const, label: t('tree.or') },
    ],
    [t],
  );
  const operatorsOf = (field: string) =>
    OPERATORS[attributeOf(field)?.kind ?? 'text'].map((name) => ({
      name,
      label: t(`operator.${name}` as TextId),
    }));

  return (
    <Frame aria-label={t('tree.label')} role="group">
      <QueryBuilder
        query={tree as RuleGroupType}
        // The library adds ids of its own; the shape stays ours.
        onQueryChange={(query) => onChange(query as RuleGroup)}
        // They are added on mounting already, which is no change of anybody's.
        enableMountQueryChange={false}
        fields={fields}
        combinators={combinators}
        getOperators={operatorsOf}
        controlElements={CONTROLS}
        disabled={isDisabled}
        showNotToggle
        resetOnFieldChange
        addRuleToNewGroups
        listsAsArrays={false}
      />
      {tree.rules.length === 0 ? <NoRules /> : null}
    </Frame>
  );
};

const Frame = styled.div`
  .ruleGroup {
    display: flex;
    flex-direction: column;
    gap: ${({ theme }) => theme.spaces[3]};
    padding: ${({ theme }) => theme.spaces[4]};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  .ruleGroup .ruleGroup {
    background: ${({ theme }) => theme.colors.neutral0};
    border-inline-start: 3px solid ${({ theme }) => theme.colors.primary500};
  }
  .ruleGroup-header,
  .rule {
    display: flex;
    flex-wrap: wrap;
    gap: ${({ theme }) => theme.spaces[2]};
    align-items: center;
  }
  .ruleGroup-body {
    display: flex;
    flex-direction: column;
    gap: ${({ theme }) => theme.spaces[3]};
  }
  .ruleGroup-body:empty {
    display: none;
  }
`;
