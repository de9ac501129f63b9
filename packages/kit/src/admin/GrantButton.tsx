import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { ConfirmAction } from './ConfirmAction';

type Props = {
  label: string;
  /** Heading of the question. */
  title: string;
  /** Who will be allowed what. */
  effect: string;
  /** Whether it worked: then the question closes. */
  onGrant: () => Promise<boolean>;
};

/** A step of the first-open checklist that gives permissions: it says which, and asks. */
export const GrantButton = ({ label, title, effect, onGrant }: Props) => {
  const [isAsking, setIsAsking] = useState(false);
  const confirm = async () => {
    if (await onGrant()) setIsAsking(false);
  };
  return (
    <>
      <Button variant="secondary" size="S" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={title}
        confirmLabel={label}
        variant="default"
        onConfirm={confirm}
      >
        {effect}
      </ConfirmAction>
    </>
  );
};
