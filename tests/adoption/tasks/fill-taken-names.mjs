import { generateTakenNames } from '../../fixtures/generate/taken-names.mjs';

export default generateTakenNames;
