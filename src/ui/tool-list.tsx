import { openTool, type ToolId, toolIds } from '../store/twin.ts';
import { Icon, type IconName } from './icon.tsx';
import { useText } from './use-twin.ts';

const icons: Record<ToolId, IconName> = {
  sun: 'sun',
  window: 'window',
  measure: 'measure',
  draw: 'draw',
  picture: 'picture',
  scenario: 'bookmark',
};

export function ToolList() {
  const text = useText();
  return (
    <section className="tw-section" aria-labelledby="tools-title">
      <h2 id="tools-title" className="tw-heading">
        {text.toolsTitle}
      </h2>
      <ul className="tw-chips">
        {toolIds.map((id) => (
          <li key={id}>
            <button type="button" className="tw-chip" onClick={() => openTool(id)}>
              <Icon name={icons[id]} />
              {text.tools[id]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
