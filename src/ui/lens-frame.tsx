import './lens-frame.css';
import { windowText } from './text/window.ts';
import { useLanguage } from './use-twin.ts';

/** The picture of 3 to 2 that the view from a window is computed for; what lies beside it is darkened. */
export function LensFrame() {
  const text = windowText[useLanguage()];
  return (
    <div className="tw-lens">
      <div className="tw-lens__frame">
        <span className="tw-lens__name">{text.frame}</span>
      </div>
    </div>
  );
}
