import { createTexts } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../shared/plugin';
import english from './translations/en.json';

export type TextId = keyof typeof english;

/** This plugin's texts: `message('menu')`, and `const t = useTexts()` in components. */
export const { message, useTexts } = createTexts(PLUGIN_ID, english);
