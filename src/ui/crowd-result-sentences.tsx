import { type AnsweredSide, useResultText } from './use-crowd-result.ts';
import { useCrowdSentences } from './use-crowd-sentences.ts';

interface CrowdResultSentencesProps {
  readonly side: AnsweredSide;
  readonly rank: number;
  /** Of two layouts: which. */
  readonly isNamed: boolean;
}

/** What comes out, in words, before any chart. */
export function CrowdResultSentences({ side, rank, isNamed }: CrowdResultSentencesProps) {
  const text = useResultText();
  const sentencesOf = useCrowdSentences();
  return (
    <div className="tw-flood__verdict" data-testid="crowd-sentences">
      {isNamed && <h4 className="tw-heading">{text.layout(side.title)}</h4>}
      {sentencesOf(side, rank).map((line) => (
        <p key={line} className="nl-paragraph">
          {line}
        </p>
      ))}
    </div>
  );
}
