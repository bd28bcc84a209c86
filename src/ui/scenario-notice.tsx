import { useText } from './use-twin.ts';

/** What came of the last action. */
export interface Notice {
  readonly message: string;
  readonly isWarning?: boolean;
  /** Technical reason in English. */
  readonly detail?: string;
  readonly link?: { readonly href: string; readonly label?: string };
}

/** Told to screen readers politely; stays until the next action. */
export function ScenarioNotice({ notice }: { readonly notice: Notice | undefined }) {
  const text = useText();
  return (
    <div role="status" className={notice ? 'tw-scenarios__notice' : 'tw-hidden'} data-warning={notice?.isWarning}>
      {notice && <p className="nl-paragraph">{notice.message}</p>}
      {notice?.link && (
        <a className="nl-link" href={notice.link.href}>
          {notice.link.label ?? notice.link.href}
        </a>
      )}
      {notice?.detail && (
        <details className="tw-details">
          <summary>{text.technical}</summary>
          <code>{notice.detail}</code>
        </details>
      )}
    </div>
  );
}
