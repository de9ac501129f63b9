import { validateCron } from './ticker';

describe('a schedule', () => {
  it.each([
    '* * * * *',
    '*/5 * * * *',
    '0 6 * * 1-5',
    '30 2 1 jan *',
    '0 0 * * sun',
    '5,35 * * * *',
  ])('%s is taken', (expression) => {
    expect(validateCron(expression)).toBeNull();
  });

  it.each([
    ['', 'This one has 0.'],
    ['* * * *', 'This one has 4.'],
    ['0 * * * * *', 'This one has 6.'],
    ['61 * * * *', '“61” is no minute'],
    ['0 25 * * *', '“25” is no hour'],
    ['0 0 32 * *', '“32” is no day of the month'],
    ['0 0 * foo *', '“foo” is no month'],
    ['0 0 * * 9', '“9” is no day of the week'],
    ['*/0 * * * *', '“*/0” is no minute'],
  ])('%j is refused with a sentence', (expression, sentence) => {
    expect(validateCron(expression)).toContain(sentence);
  });
});
