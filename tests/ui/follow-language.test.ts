import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initialTwin, setLanguage, twin } from '../../src/store/twin.ts';
import { followLanguage } from '../../src/ui/follow-language.ts';
import { loadTexts, textsOf } from '../../src/ui/text/text.ts';

let stop = () => {};
const settle = () => new Promise((resolve) => setTimeout(resolve));
const shown = () => twin.getState().pageLanguage;

beforeEach(() => twin.setState(initialTwin, true));
afterEach(() => stop());

// In this order: what has been fetched stays.
describe('the language of the page', () => {
  it('is Dutch at once', () => {
    stop = followLanguage();
    expect(shown()).toBe('nl');
  });

  it('is the last one chosen, also when the texts of an earlier choice come later', async () => {
    let come = () => {};
    twin.setState({ language: 'en' });
    stop = followLanguage(
      () =>
        new Promise((resolve) => {
          come = resolve;
        }),
    );
    await settle();
    setLanguage('nl');
    come();
    await settle();
    expect(shown()).toBe('nl');
  });

  it('stays as it was, and that is told, when the texts do not come; choosing again tries again', async () => {
    let isOffline = true;
    stop = followLanguage(async (language) => {
      if (isOffline) throw new Error('no network');
      await loadTexts(language);
    });
    setLanguage('en');
    await settle();
    expect(shown()).toBe('nl');
    expect(twin.getState().language).toBe('nl');
    expect(twin.getState().problems).toEqual([{ what: 'texts', url: 'en', detail: 'no network' }]);
    isOffline = false;
    setLanguage('en');
    await expect.poll(shown).toBe('en');
    expect(twin.getState().problems).toEqual([]);
    expect(textsOf('en').otherLanguage).toBe('Nederlands');
  });
});
