import { Button, Flex, Typography } from '@strapi/design-system';
import { Card, RelativeTime, useNotify } from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/rules';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useRestoreP13nRuleMutation } from '../../services/api';
import { useTexts } from '../../texts';

/** What the rule was before; going back makes a new version, so nothing is lost. */
export const VersionsCard = ({ rule, isReadOnly }: { rule: Rule; isReadOnly: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [restore, { isLoading }] = useRestoreP13nRuleMutation();
  const goBack = async (version: number) => {
    const result = await restore({ id: rule.id, version });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('versions.restored', { version }));
  };
  return (
    <Card title={t('versions.title')} text={t('versions.text')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {rule.versions.map(({ version, at, by, name }) => (
          <Flex tag="li" key={version} justifyContent="space-between" gap={3} wrap="wrap">
            <Typography>
              {t('versions.version', { version })} · {name} · <RelativeTime value={at} />
              {by ? ` · ${by}` : ''}
            </Typography>
            {isReadOnly ? null : (
              <Button
                variant="tertiary"
                size="S"
                disabled={isLoading}
                onClick={() => void goBack(version)}
              >
                {t('versions.restore', { version })}
              </Button>
            )}
          </Flex>
        ))}
      </Flex>
    </Card>
  );
};
