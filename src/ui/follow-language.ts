import { dismissProblem, type Language, reportProblem, setLanguage, showLanguage, twin } from '../store/twin.ts';
import { hasTexts, loadTexts } from './text/text.ts';

/**
 * Keeps the page in the language that was chosen. Until its texts have come the page stays as it is; when they do not come it
 * tells so, and the choice goes back to the language that is here. Returns the function that stops.
 */
export function followLanguage(load: (language: Language) => Promise<void> = loadTexts): () => void {
  async function follow(): Promise<void> {
    const { language } = twin.getState();
    try {
      if (!hasTexts(language)) {
        await load(language);
        dismissProblem('texts');
      }
      // Another may have been chosen meanwhile.
      if (twin.getState().language === language) showLanguage(language);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      reportProblem({ what: 'texts', url: language, detail });
      if (twin.getState().language === language) setLanguage(twin.getState().pageLanguage ?? 'nl');
    }
  }

  const unsubscribe = twin.subscribe((now, before) => {
    if (now.language !== before.language) void follow();
  });
  void follow();
  return unsubscribe;
}
