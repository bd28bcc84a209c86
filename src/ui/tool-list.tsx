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

/** On the first page a part of its own; `isPart` of what stands above it, such as an open plan. */
export function ToolList({ isPart = false }: { readonly isPart?: boolean }) {
  const text = useText();
  const Heading = isPart ? 'h3' : 'h2';
  return (
    <section className={isPart ? undefined : 'tw-section'} aria-labelledby="tools-title">
      <Heading id="tools-title" className="tw-heading">
        {text.toolsTitle}
      </Heading>
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
