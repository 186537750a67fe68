import { useId } from 'react';
import { type BodySide, bodyOutline, bodyRegions, bodySideOf, bodySize } from '#passport/body.ts';
import { offered } from '#passport/terms.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';
import styles from './body-map.module.css';

type Props = {
  /** Ids of the `body` terms that are picked; others in it are left alone. */
  picked: ReadonlySet<string>;
  onToggle: (id: string, on: boolean) => void;
  /** What a place is called. */
  label: (id: string) => string;
  /** The names of the two views. */
  front: string;
  back: string;
  /** The person's own sides, written under the drawing. */
  right?: string;
  left?: string;
};

/**
 * Where it is: a drawing to tap, front and back, and the same places as a list of checkboxes. The list is the control;
 * the drawing is a short way for a finger or a mouse, and says nothing of how much.
 */
export function BodyMap({ picked, onToggle, label, front, back, right, left }: Props) {
  const id = useId();
  const places = offered('body').map((place) => ({ id: place, label: label(place) }));
  const listed = (side: BodySide | null) => places.filter((place) => bodySideOf(place.id) === side);
  // Those with a right and a left come after the others, so that the two stand beside each other.
  const isPaired = (place: { id: string }) => /_[rl]$/.test(place.id);
  const toggle = (place: string) => onToggle(place, !picked.has(place));

  return (
    <div className={styles['map']}>
      <div className={styles['figures']} aria-hidden="true">
        <Figure side="front" name={front} ends={[right, left]} picked={picked} onTap={toggle} />
        <Figure side="back" name={back} ends={[left, right]} picked={picked} onTap={toggle} />
      </div>
      <div className={styles['lists']}>
        <ChooseMany options={listed(null)} picked={picked} onToggle={onToggle} />
        <FieldGroup id={`${id}-front`} label={front}>
          <ChooseMany
            options={listed('front').filter((place) => !isPaired(place))}
            picked={picked}
            onToggle={onToggle}
          />
          <ChooseMany options={listed('front').filter(isPaired)} picked={picked} onToggle={onToggle} />
        </FieldGroup>
        <FieldGroup id={`${id}-back`} label={back}>
          <ChooseMany
            options={listed('back').filter((place) => !isPaired(place))}
            picked={picked}
            onToggle={onToggle}
          />
          <ChooseMany options={listed('back').filter(isPaired)} picked={picked} onToggle={onToggle} />
        </FieldGroup>
      </div>
    </div>
  );
}

type FigureProps = {
  side: BodySide;
  name: string;
  /** What stands under the left and the right end of the drawing. */
  ends: readonly [string | undefined, string | undefined];
  picked: ReadonlySet<string>;
  onTap: (id: string) => void;
};

function Figure({ side, name, ends, picked, onTap }: FigureProps) {
  const id = useId();
  const everywhere = picked.has('everywhere');
  const regions = bodyRegions[side].map((region) => ({ ...region, on: everywhere || picked.has(region.id) }));
  return (
    <figure className={styles['figure']}>
      <svg aria-hidden="true" viewBox={`8 0 ${bodySize.width - 16} ${bodySize.height}`} className={styles['drawing']}>
        <clipPath id={`${id}-body`}>
          <path d={bodyOutline} />
        </clipPath>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M 0 0 L 0 6" className={styles['hatch']} />
        </pattern>
        <g clipPath={`url(#${id}-body)`}>
          {regions.map(({ id: region, path, on }) => (
            <path key={region} d={path} className={styles['region']} data-on={on || undefined} />
          ))}
          {regions.map(
            ({ id: region, path, on }) =>
              on && <path key={region} d={path} fill={`url(#${id}-hatch)`} className={styles['picked']} />,
          )}
        </g>
        <path d={bodyOutline} className={styles['outline']} />
        <clipPath id={`${id}-picked`}>
          {regions.map(({ id: region, path, on }) => on && <path key={region} d={path} />)}
        </clipPath>
        <path d={bodyOutline} clipPath={`url(#${id}-picked)`} fill="none" className={styles['picked']} />
        {/* A path reaches past the outline, so that a hand or a foot is easier to hit than it is large. */}
        {regions.map(({ id: region, path }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the checkboxes below do the same for every other hand
          <path key={region} d={path} className={styles['touch']} data-region={region} onClick={() => onTap(region)} />
        ))}
      </svg>
      <figcaption className={styles['caption']} dir="ltr">
        <bdi>{ends[0]}</bdi>
        <bdi className={styles['name']}>{name}</bdi>
        <bdi>{ends[1]}</bdi>
      </figcaption>
    </figure>
  );
}
