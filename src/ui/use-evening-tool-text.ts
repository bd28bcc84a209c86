import { eveningToolText } from './text/evening-tool.ts';
import { useLanguage } from './use-twin.ts';

export function useEveningToolText(): (typeof eveningToolText)['nl'] {
  return eveningToolText[useLanguage()];
}
