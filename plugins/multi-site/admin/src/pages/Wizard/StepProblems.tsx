import { Notice } from 'suite-kit/admin';
import type { WizardProblem } from '../../../../shared/contracts/wizard';
import { useTexts } from '../../texts';

/** What is wrong on this page, read aloud as soon as it appears. */
export const StepProblems = ({ problems }: { problems: readonly WizardProblem[] }) => {
  const t = useTexts();
  return (
    <div role="alert">
      {problems.length > 0 ? (
        <Notice variant="warning" title={t('wizard.problems')}>
          {problems.map(({ message }) => message).join(' ')}
        </Notice>
      ) : null}
    </div>
  );
};
