/** In the order in which they are gone through. Apart from the contract, which the admin may not load. */
export const WIZARD_STEPS = ['name', 'language', 'content', 'people', 'workflow'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];
