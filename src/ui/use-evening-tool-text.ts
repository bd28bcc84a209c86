import { eveningToolText } from './text/evening-tool.ts';
import { useTwin } from './use-twin.ts';

export function useEveningToolText(): (typeof eveningToolText)['nl'] {
  return eveningToolText[useTwin((state) => state.language)];
}
