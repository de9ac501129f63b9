import { isKnownConsole, withoutKnown, type Problem } from './known-issues';

const fileInput: Problem = {
  rule: 'label',
  help: '',
  target: 'input[type="file"]',
  html: '<input type="file" multiple="" style="">',
};

describe('known issues of Strapi’s own pages', () => {
  it('leaves out a known one, as often as it is known', () => {
    expect(withoutKnown([fileInput])).toEqual([]);
    expect(withoutKnown([fileInput, fileInput])).toEqual([fileInput]);
  });

  it('keeps the same rule on another element', () => {
    const ours = { ...fileInput, html: '<input name="domain">', target: 'input' };
    expect(withoutKnown([ours])).toEqual([ours]);
  });

  it('knows the requests the free edition refuses', () => {
    expect(isKnownConsole('404 (http://127.0.0.1/admin/ai-feature-config)')).toBe(true);
    expect(isKnownConsole('404 (http://127.0.0.1/multi-site/sites)')).toBe(false);
  });
});
