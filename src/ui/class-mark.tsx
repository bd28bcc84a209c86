import './class-mark.css';

interface ClassMarkProps {
  /** The class, which its question's own style may hatch. */
  readonly id: string;
  readonly color: string;
}

/** A class as it is in the picture; says nothing that the words beside it do not say. */
export function ClassMark({ id, color }: ClassMarkProps) {
  return <span className="tw-mark" data-class={id} style={{ backgroundColor: color }} aria-hidden="true" />;
}
