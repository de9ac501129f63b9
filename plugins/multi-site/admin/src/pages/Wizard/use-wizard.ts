import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import type { WizardProblem } from '../../../../shared/contracts/wizard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { nextColor } from '../../appearance/site-color';
import { useSiteChoice } from '../../choice';
import { useCheckSiteDraftMutation } from '../../services/wizard';
import {
  firstState,
  forgetState,
  PAGES,
  readState,
  toDraft,
  writeState,
  type Page,
  type WizardState,
} from './wizard-state';

export type Wizard = ReturnType<typeof useWizard>;

/** What was filled in so far, kept over a reload, and the way through the pages. */
export function useWizard(pages: readonly Page[]) {
  const { data: switching } = useSiteChoice();
  const [state, setState] = useState(
    () => readState(sessionStorage) ?? firstState(nextColor(switching?.sites ?? [])),
  );
  /** Counts how often it was begun anew: forms begin anew with it. */
  const [round, setRound] = useState(0);
  const [check] = useCheckSiteDraftMutation();
  const translate = useProblemText();
  const [problems, setProblems] = useState<WizardProblem[]>([]);

  const update = useCallback((change: Partial<WizardState>) => {
    setState((before) => {
      const after = { ...before, ...change };
      writeState(sessionStorage, after);
      return after;
    });
  }, []);

  const page = pages.includes(state.page) ? state.page : 'check';

  return {
    state,
    page,
    round,
    pages,
    problems: problems.filter(({ step }) => step === page),
    allProblems: problems,
    update,
    go: (to: Page) => update({ page: to }),
    back: () => update({ page: pages[Math.max(0, pages.indexOf(page) - 1)] ?? 'name' }),

    /** The server's word on the draft as it stands. */
    async ask(change: Partial<WizardState> = {}) {
      const result = await check(toDraft({ ...state, ...change }));
      // A check that cannot be made must not hold anybody up: it is made again at the end.
      const found = ('data' in result ? result.data.problems : []).map(translate);
      setProblems(found);
      return found;
    },

    /** To the next page, once nothing on this one is wrong. */
    forward(change: Partial<WizardState> = {}) {
      const index = pages.indexOf(page) + 1;
      const reached = Math.max(state.reached, PAGES.indexOf(pages[index] ?? 'check'));
      update({ ...change, page: pages[index] ?? 'check', reached });
    },

    restart() {
      forgetState(sessionStorage);
      setProblems([]);
      setRound((before) => before + 1);
      setState(firstState(nextColor(switching?.sites ?? [])));
    },
  };
}

/** The server's sentences name other sites; they are kept where we have no translation. */
function useProblemText() {
  const { formatMessage, messages } = useIntl();
  return (problem: WizardProblem): WizardProblem => {
    const id = `${PLUGIN_ID}.problem.${problem.code}`;
    return messages[id] ? { ...problem, message: formatMessage({ id }) } : problem;
  };
}
