import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { Card } from 'suite-kit/admin';
import type { Stage } from '../../../../shared/contracts/workflows';
import { STAGE_COLORS, type StageColor } from '../../../../shared/stage-colors';
import { useTexts } from '../../texts';
import { StageDot } from '../../workflow/StageBadge';
import { useRules } from './use-rules';

const FEWEST = 2;
const MOST = 12;

export const StagesCard = ({ counts }: { counts: Record<string, number> }) => {
  const t = useTexts();
  const { rules, addStage } = useRules();
  return (
    <Card title={t('workflow.stages')} text={t('workflow.stages-text')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {rules.stages.map((stage, index) => (
          <StageRow
            key={stage.key}
            stage={stage}
            position={index}
            last={rules.stages.length - 1}
            count={counts[stage.key] ?? 0}
          />
        ))}
      </Flex>
      <Box paddingTop={4}>
        <Button
          variant="secondary"
          startIcon={<Plus />}
          disabled={rules.stages.length >= MOST}
          onClick={() => addStage(t('workflow.new-stage', { number: rules.stages.length + 1 }))}
        >
          {t('workflow.add-stage')}
        </Button>
      </Box>
    </Card>
  );
};

type Row = { stage: Stage; position: number; last: number; count: number };

const StageRow = ({ stage, position, last, count }: Row) => {
  const t = useTexts();
  const { changeStage, removeStage, shift } = useRules();
  const { key, name } = stage;
  return (
    <Box tag="li" padding={3} borderColor="neutral200" hasRadius>
      <Flex gap={3} wrap="wrap" alignItems="flex-end">
        <Box flex="2 1 20rem">
          <Field.Root name={`stage-${key}`}>
            <Field.Label>{t('workflow.stage-name')}</Field.Label>
            <TextInput
              value={name}
              maxLength={60}
              onChange={(event) => changeStage(key, { name: event.target.value })}
            />
          </Field.Root>
        </Box>
        <Box flex="1 1 14rem">
          <ColorField stage={stage} />
        </Box>
        <Flex gap={1}>
          <IconButton
            label={t('workflow.up', { name })}
            disabled={position === 0}
            onClick={() => shift(key, -1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={t('workflow.down', { name })}
            disabled={position === last}
            onClick={() => shift(key, 1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton
            label={t('workflow.remove', { name })}
            disabled={last + 1 <= FEWEST}
            onClick={() => removeStage(key)}
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Flex gap={4} wrap="wrap" paddingTop={3} justifyContent="space-between">
        <Checkbox
          checked={stage.canPublish}
          onCheckedChange={(checked) => changeStage(key, { canPublish: checked === true })}
        >
          {t('workflow.can-publish')}
        </Checkbox>
        {count > 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {t('workflow.count', { count })}
          </Typography>
        ) : null}
      </Flex>
    </Box>
  );
};

const ColorField = ({ stage }: { stage: Stage }) => {
  const t = useTexts();
  const { changeStage } = useRules();
  return (
    <Field.Root name={`color-${stage.key}`}>
      <Field.Label>{t('workflow.color')}</Field.Label>
      <SingleSelect
        value={stage.color}
        onChange={(color) => changeStage(stage.key, { color: color as StageColor })}
        startIcon={<StageDot color={stage.color} />}
      >
        {STAGE_COLORS.map((color) => (
          <SingleSelectOption key={color} value={color} startIcon={<StageDot color={color} />}>
            {t(`workflow.color.${color}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
