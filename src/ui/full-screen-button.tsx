import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';
import { useText } from './use-twin.ts';

/** Absent where the browser or the page around us does not allow it. */
export function FullScreenButton({ onLeave }: { /** Before it leaves. */ readonly onLeave?: () => void }) {
  const { controls } = useText();
  const [full, setFull] = useState(false);

  useEffect(() => {
    const update = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', update);
    return () => document.removeEventListener('fullscreenchange', update);
  }, []);

  if (!document.fullscreenEnabled) return null;
  function leave() {
    onLeave?.();
    void document.exitFullscreen();
  }

  const label = full ? controls.leaveFullScreen : controls.fullScreen;
  return (
    <button
      type="button"
      className="tw-icon-button"
      aria-label={label}
      title={label}
      onClick={() => (full ? leave() : document.documentElement.requestFullscreen())}
    >
      <Icon name="fullScreen" />
    </button>
  );
}
