import { type CrowdPlacing, eventShapes, isShape } from '../model/crowd-choice.ts';
import { eventLibrary } from '../model/event-library.ts';
import { type EventObjectKind, eventObjectKinds } from '../model/event-plan.ts';
import { placeInPlan } from '../store/crowd-plan.ts';
import { CrowdPlacingBox } from './crowd-plan-placing.tsx';
import { CrowdSection } from './crowd-plan-section.tsx';
import { useCrowdChoice } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** What can be placed, each with its true size, and placing it. */
export function CrowdLibrary() {
  const text = useCrowdPlanText();
  const format = useFormat();
  const { placing } = useCrowdChoice();
  const metres = (value: number) => format.number(value, 2);
  const press = (what: CrowdPlacing) =>
    placeInPlan(placing === what ? undefined : what, isShape(what) ? text.place.newTitles[what] : undefined);
  return (
    <CrowdSection id="crowd-place" title={text.place.title}>
      <p className="nl-paragraph">{text.place.intro}</p>
      {placing !== undefined && <CrowdPlacingBox placing={placing} />}
      <h4 className="tw-heading">{text.place.library}</h4>
      <ul className="tw-crowd__library">
        {eventObjectKinds.map((kind) => {
          const { length, width, height, basis } = eventLibrary[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                className="tw-crowd__item"
                aria-pressed={placing === kind}
                onClick={() => press(kind)}
              >
                <Footprint kind={kind} />
                <span>
                  {text.kinds[kind]}
                  <span className="tw-subtle">{text.size(metres(length), metres(width), metres(height))}</span>
                  <span className="tw-subtle">{text.basis[basis]}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <h4 className="tw-heading">{text.place.lines}</h4>
      <ul className="tw-crowd__library">
        {eventShapes.map((shape) => (
          <li key={shape}>
            <button
              type="button"
              className="tw-crowd__item"
              aria-pressed={placing === shape}
              onClick={() => press(shape)}
            >
              <span>
                {text.place.shapes[shape]}
                <span className="tw-subtle">{text.place.abouts[shape]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </CrowdSection>
  );
}

/** Units of the drawing, of which the longest thing takes nearly all. */
const SIZE = 40;
const LONGEST = 10;
const SCALE = (SIZE - 4) / LONGEST;
/** Smaller could not be seen. */
const LEAST = 5;

/** Its outline from above, all at one scale but for the smallest, with a person of 50 cm beside it. */
function Footprint({ kind }: { readonly kind: EventObjectKind }) {
  const { length, width } = eventLibrary[kind];
  const [across, up] = [Math.max(LEAST, length * SCALE), Math.max(LEAST, width * SCALE)];
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className="tw-crowd__footprint" aria-hidden="true">
      <rect
        x={(SIZE - across) / 2}
        y={(SIZE - up) / 2}
        width={across}
        height={up}
        rx={kind === 'tree' ? across / 2 : 0.8}
        data-kind={kind}
      />
    </svg>
  );
}
