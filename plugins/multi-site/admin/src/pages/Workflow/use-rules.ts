import { useForm } from '@strapi/strapi/admin';
import type { Stage, WorkflowRules } from '../../../../shared/contracts/workflows';
import { slugify } from '../../../../shared/slug';

/** Room for a number behind it. */
const KEY_LENGTH = 36;

/** The rules as they stand in the form, and ways to change them. */
export function useRules() {
  // The form is typed by its caller, which is WorkflowPage.
  const rules = useForm('WorkflowFields', (form) => form.values as unknown as WorkflowRules);
  const onChange = useForm('WorkflowFields', (form) => form.onChange);
  const set = <K extends keyof WorkflowRules>(key: K, value: WorkflowRules[K]) =>
    onChange(key, value);
  const setStages = (stages: Stage[]) => set('stages', stages);

  return {
    rules,
    set,

    changeStage: (key: string, change: Partial<Stage>) =>
      setStages(rules.stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage))),

    addStage(name: string) {
      const taken = new Set(rules.stages.map((stage) => stage.key));
      const base = slugify(name).slice(0, KEY_LENGTH) || 'stage';
      let key = base;
      for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
      const stage: Stage = { key, name, color: 'secondary', canPublish: false, transitions: [] };
      setStages([...rules.stages, stage]);
    },

    removeStage(key: string) {
      setStages(
        rules.stages
          .filter((stage) => stage.key !== key)
          .map((stage) => ({
            ...stage,
            transitions: stage.transitions.filter(({ to }) => to !== key),
          })),
      );
      if (rules.whenPublished === key) set('whenPublished', null);
      if (rules.whenEdited === key) set('whenEdited', null);
    },

    shift(key: string, by: -1 | 1) {
      const from = rules.stages.findIndex((stage) => stage.key === key);
      const stages = [...rules.stages];
      const [moved] = stages.splice(from, 1);
      if (moved) stages.splice(from + by, 0, moved);
      setStages(stages);
    },

    /** null closes the way; an empty list opens it to everybody who may edit. */
    setPath(from: string, to: string, roles: string[] | null) {
      setStages(
        rules.stages.map((stage) => {
          if (stage.key !== from) return stage;
          const others = stage.transitions.filter((path) => path.to !== to);
          return { ...stage, transitions: roles ? [...others, { to, roles }] : others };
        }),
      );
    },
  };
}
