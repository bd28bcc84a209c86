import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useState } from 'react';
import { measureDistance, placeOnLine } from '../model/measure.ts';
import { type MadeProfile, profileToCsv, readProfile } from '../model/profile.ts';
import { markPlace } from '../store/measure.ts';
import { chosenModel } from '../store/plans.ts';
import { cancelProfile, LONGEST_PROFILE, makeMeasuredProfile } from '../store/profile.ts';
import { twin } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { download } from './download.ts';
import { ProfileChart } from './profile-chart.tsx';
import { ProfileTables } from './profile-tables.tsx';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Made anew whenever the line or what stands on it changes. */
export function ProfileView() {
  const text = measureText[useLanguage()];
  const points = useTwin((state) => state.measure.points);
  const model = useTwin(chosenModel);
  const phase = useTwin((state) => state.choice?.phase);
  const drawn = useTwin((state) => state.drawn);
  const profile = useTwin((state) => state.measure.profile);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a profile shows what is chosen and drawn, and the line as it is
  useEffect(() => {
    void makeMeasuredProfile();
    return cancelProfile;
  }, [points, model, phase, drawn]);

  if (points.length < 2) {
    return (
      <p className="nl-paragraph" role="status">
        {text.need.profile}
      </p>
    );
  }
  if (measureDistance(points).onMap.value > LONGEST_PROFILE) return <Notice text={text.tooLong} />;
  if (profile.status === 'failed') return <Notice text={text.failed} detail={profile.message} />;
  if (profile.status === 'ready') return <ProfileResult profile={profile.value} />;
  return (
    <div className="tw-row tw-row--apart">
      <p className="nl-paragraph" role="status">
        {text.making}
      </p>
      {profile.status === 'running' && (
        <Button purpose="subtle" className="tw-small-button" onClick={cancelProfile}>
          {text.stopMaking}
        </Button>
      )}
    </div>
  );
}

function Notice({ text, detail }: { readonly text: string; readonly detail?: string }) {
  return (
    <div role="alert">
      <p className="nl-paragraph">{text}</p>
      {detail && <p className="nl-paragraph tw-subtle">{detail}</p>}
    </div>
  );
}

function ProfileResult({ profile }: { readonly profile: MadeProfile }) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const nameOf = useBuildingName();
  const [cursor, setCursor] = useState(profile.length / 2);
  const row = readProfile(profile, cursor);
  const height = (nap: number | undefined) => (nap === undefined ? text.unknown : text.nap(format.height(nap)));
  const owner = row?.owner;
  const what = !owner ? text.legend.ground : owner.kind === 'building' ? nameOf(owner.id) : owner.id;
  const words = text.at(format.height(cursor), height(row?.ground), height(row?.surface), what);

  function moveCursor(distance: number) {
    setCursor(distance);
    const nap = readProfile(profile, distance)?.surface;
    markPlace(nap === undefined ? undefined : { ...placeOnLine(twin.getState().measure.points, distance), nap });
  }

  if (!profile.rows.some(({ surface }) => surface !== undefined)) return <Notice text={text.nothing} />;
  return (
    <section className="tw-measure" aria-label={text.profile}>
      <ProfileChart profile={profile} cursor={cursor} onCursor={moveCursor} />
      <label className="tw-profile__cursor">
        <span className="tw-hidden">{text.cursor}</span>
        <input
          type="range"
          className="tw-range"
          min={0}
          max={profile.length}
          step={profile.length / 500}
          value={cursor}
          aria-valuetext={words}
          onChange={(event) => moveCursor(Number(event.currentTarget.value))}
        />
      </label>
      <p className="tw-profile__words">{words}</p>
      {profile.leftOut.length > 0 && (
        <Notice
          text={text.leftOut(profile.leftOut.map(({ name }) => name).join(', '))}
          detail={profile.leftOut.map(({ detail }) => detail).join('; ')}
        />
      )}
      <ProfileTables profile={profile} nameOf={nameOf} />
      <p className="nl-paragraph tw-subtle">
        {text.profileMethod(format.height(profile.spacing))} {text.indicative}
      </p>
      <div>
        <Button
          purpose="secondary"
          className="tw-small-button"
          onClick={() => download(text.fileName, new Blob([profileToCsv(profile)], { type: 'text/csv;charset=utf-8' }))}
        >
          {text.csv}
        </Button>
        <p className="nl-paragraph tw-subtle">{text.csvNote}</p>
      </div>
    </section>
  );
}
