import { Button, Flex } from '@strapi/design-system';
import type { TypeMapping } from '../../../../shared/contracts/mappings';
import { useListFederationTypesQuery } from '../../services/sources';
import { useTexts } from '../../texts';
import { MappingEditor } from './MappingEditor';
import { SampleCard } from './SampleCard';
import type { StepProps } from './Wizard';

/** Field by field, with real records beside it. */
export const MapStep = ({ draft, onChange, onNext, back }: StepProps) => {
  const t = useTexts();
  const { data: localTypes = [] } = useListFederationTypesQuery();
  const change = (next: TypeMapping) =>
    onChange({
      mappings: draft.mappings.map((mapping) =>
        mapping.remoteType === next.remoteType ? next : mapping,
      ),
    });
  const isEmpty = draft.mappings.some(({ fields }) => fields.length === 0);

  return (
    <>
      {draft.mappings.map((mapping) => (
        <MappingEditor
          key={mapping.remoteType}
          mapping={mapping}
          remote={draft.remoteTypes.find(({ name }) => name === mapping.remoteType)}
          local={localTypes.find(({ uid }) => uid === mapping.uid)}
          onChange={change}
        >
          <SampleCard draft={draft} mapping={mapping} />
        </MappingEditor>
      ))}
      <Flex paddingBottom={4} gap={2}>
        {back}
        <Button disabled={isEmpty} onClick={onNext}>
          {t('wizard.next')}
        </Button>
      </Flex>
    </>
  );
};
